import type { QueryClient } from '@tanstack/react-query';
import type { LiveStatus } from './live-connection.ts';

type Revised = { readonly revision: number };
type ViewKey = readonly ['view', 'desk' | 'contact-point'];

export const deskKey = ['view', 'desk'] as const;
export const contactPointKey = ['view', 'contact-point'] as const;

/**
 * Keeps in react-query's cache the newest view of each kind. Revisions say which is newer as long as the connection
 * lasts; a server that was away may count anew, so the first view after a (re)connection is taken whatever it says.
 */
export class Views {
  readonly #cache: QueryClient;
  readonly #trusted = new Set<string>();

  constructor(cache: QueryClient) {
    this.#cache = cache;
  }

  follow(status: LiveStatus): void {
    if (status !== 'connected') this.#trusted.clear();
  }

  /** What the socket pushed. */
  push<View extends Revised>(key: ViewKey, view: View): void {
    const isFirst = !this.#trusted.has(key[1]);
    this.#trusted.add(key[1]);
    this.#cache.setQueryData<View>(key, (known) => (isFirst ? view : newer(known, view)));
  }

  /** What a request brought: the newer of it and what is known; just it while there is no connection to compare with. */
  read<View extends Revised>(key: ViewKey, view: View): View {
    return this.#trusted.has(key[1]) ? newer(this.#cache.getQueryData<View>(key), view) : view;
  }

  /** The view that came in a command's reply. */
  reply<View extends Revised>(key: ViewKey, view: View): void {
    this.#cache.setQueryData<View>(key, this.read(key, view));
  }
}

function newer<View extends Revised>(known: View | undefined, view: View): View {
  return known && known.revision > view.revision ? known : view;
}
