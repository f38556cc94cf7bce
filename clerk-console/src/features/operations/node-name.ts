import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';

/** What operators know a node by: the address at which browsers reach it. */
export function nodeName({ id, url }: Pick<Operations['nodes'][number], 'id' | 'url'>): string {
  return URL.canParse(url) ? new URL(url).host : id.slice(0, 8);
}
