import { z } from 'zod';

const Kept = z.object({ code: z.string().max(100) });

/**
 * The invitation's code, from behind the `#` of the link, and out of the address bar with it. It stays with this entry of
 * the tab's history, so that a page that is loaded again in the middle of a call comes back to it.
 * @returns null when there is none
 */
export function takeCode(
  { hash, pathname }: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'state' | 'replaceState'>,
): string | null {
  const code = decodeHash(hash);
  if (code) {
    history.replaceState({ code }, '', pathname);
    return code;
  }
  const kept = Kept.safeParse(history.state);
  return kept.success ? kept.data.code : null;
}

/** Nobody can come in with it any more. */
export function forgetCode(history: Pick<History, 'replaceState'>): void {
  history.replaceState(null, '');
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#\/?/, '')).trim().slice(0, 100);
  } catch {
    return '';
  }
}
