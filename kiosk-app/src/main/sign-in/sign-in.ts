import { type Log, reasonOf } from '../log.ts';

/** So long the provider's pages stay untouched before they go, and so long at most they are there. */
const IDLE_MS = 2 * 60_000;
const LONGEST_MS = 10 * 60_000;
/** The provider may take so long to forget the citizen; then its memory of them goes without it. */
const FORGET_MS = 5_000;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SignInRequest {
  url: string;
  returnTo: string;
  origins: string[];
  area: Area;
}

/** What signing in needs of Electron's `WebContents`. */
export interface SignInContents {
  on(event: 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'input-event' | 'render-process-gone', listener: () => void): unknown;
  loadURL(url: string): Promise<void>;
}
type Navigation = { url: string; isMainFrame: boolean; preventDefault(): void };

export interface SignInView<Contents extends SignInContents> {
  contents: Contents;
  hide(): void;
  /** Takes it away with all that it remembers. */
  discard(): Promise<void>;
}

type Open<Contents extends SignInContents> = {
  view: SignInView<Contents>;
  origins: ReadonlySet<string>;
  returnTo: string;
  settle: (query: string | null) => void;
  ending: Promise<void> | null;
};

export interface SignInParts<Contents extends SignInContents> {
  server: URL;
  /** @throws Error when there is no window */
  openView: (area: Area) => SignInView<Contents>;
  later: (run: () => void, milliseconds: number) => () => void;
  log: Log;
}

const originOf = (url: string): string | null => URL.parse(url)?.origin ?? null;
const isWeb = (url: string, server: URL): boolean =>
  // Without encryption only where the server itself is without: on this machine.
  url.startsWith('https:') || (server.protocol === 'http:' && url.startsWith('http:'));

/** A provider's pages above the kiosk's, for one citizen to sign in: one at a time, and nothing of it stays. */
export class SignIn<Contents extends SignInContents> {
  readonly #parts: SignInParts<Contents>;
  #open: Open<Contents> | null = null;

  constructor(parts: SignInParts<Contents>) {
    this.#parts = parts;
  }

  /** Whether these contents are the provider's; they may go to its sites alone. */
  owns(contents: unknown): boolean {
    return this.#open?.view.contents === contents;
  }

  mayGo(url: string): boolean {
    const origin = originOf(url);
    return this.#open !== null && origin !== null && isWeb(url, this.#parts.server) && this.#open.origins.has(origin);
  }

  /** @returns the query with which the provider sent the citizen back; null when it ended before */
  async open({ url, returnTo, origins, area }: SignInRequest): Promise<string | null> {
    const { server, openView, later, log } = this.#parts;
    await this.end(null);
    if (originOf(returnTo) !== server.origin) throw new TypeError('The way back leads elsewhere.');
    const view = openView(area);
    let settle: Open<Contents>['settle'] = () => undefined;
    const outcome = new Promise<string | null>((resolve) => {
      settle = resolve;
    });
    this.#open = {
      view,
      origins: new Set(origins.flatMap((one) => originOf(one) ?? [])),
      returnTo,
      settle,
      ending: null,
    };
    const giveUp = (reason: string) => {
      log.info('signing in was given up', { reason });
      settle(null);
    };
    const stopLongest = later(() => giveUp('too long'), LONGEST_MS);
    let stopIdle = later(() => giveUp('idle'), IDLE_MS);
    view.contents.on('input-event', () => {
      stopIdle();
      stopIdle = later(() => giveUp('idle'), IDLE_MS);
    });
    view.contents.on('render-process-gone', () => giveUp('crashed'));
    const watch = (attempt: Navigation) => {
      const address = URL.parse(attempt.url);
      if (!attempt.isMainFrame || !address || address.origin + address.pathname !== returnTo) return;
      attempt.preventDefault();
      settle(address.search);
    };
    view.contents.on('will-frame-navigate', watch);
    view.contents.on('will-redirect', watch);
    view.contents.loadURL(url).catch((error: unknown) => {
      // A page that sends on at once counts as one that did not load.
      log.info('the provider’s first page did not stay', { reason: reasonOf(error).split('\n')[0] ?? '' });
    });
    const query = await outcome;
    stopLongest();
    stopIdle();
    view.hide();
    if (query === null) await this.end(null);
    return query;
  }

  /** @param url where the provider forgets the citizen; it is asked out of sight, and not for long */
  async end(url: string | null): Promise<void> {
    const open = this.#open;
    if (!open) return;
    open.ending ??= this.#close(open, url);
    await open.ending;
  }

  async #close(open: Open<Contents>, url: string | null): Promise<void> {
    const { later, log } = this.#parts;
    open.view.hide();
    open.settle(null);
    if (url && this.mayGo(url)) {
      let stop = () => {};
      const enough = new Promise<void>((resolve) => {
        stop = later(resolve, FORGET_MS);
      });
      await Promise.race([open.view.contents.loadURL(url).catch(() => undefined), enough]);
      stop();
    }
    await open.view.discard().catch((error: unknown) => {
      log.error('what signing in left could not be cleared', { reason: reasonOf(error) });
    });
    this.#open = null;
  }
}
