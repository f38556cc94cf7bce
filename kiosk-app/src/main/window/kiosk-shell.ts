import { Backoff } from '../backoff.ts';
import { type Log, reasonOf } from '../log.ts';
import { offlinePage } from '../offline/offline-page.ts';
import { kioskPageUrl } from '../server-url.ts';
import { HeartbeatWatchdog } from '../watchdog/heartbeat-watchdog.ts';
import { loadWhenReachable } from './page-loader.ts';

const RETRY = { firstMs: 1_000, maxMs: 15_000, calmAfterMs: 60_000 };
const REBUILD = { firstMs: 1_000, maxMs: 60_000, calmAfterMs: 5 * 60_000 };
// Nothing of the page is cached from one citizen to the next, and some contact points have slow lines.
const LOAD_WITHIN_MS = 60_000;
const NAVIGATION_REPLACED = -3;
const HTTP_ERROR = 400;

interface ShellContents {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (event: unknown, code: number, text: string, url: string, isMainFrame: boolean) => void,
  ): unknown;
  on(event: 'did-navigate', listener: (event: unknown, url: string, httpStatus: number) => void): unknown;
}

/** What the shell needs of Electron's `BrowserWindow`. */
export interface ShellWindow {
  readonly webContents: ShellContents;
  loadURL(url: string): Promise<void>;
  isDestroyed(): boolean;
  focus(): void;
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
}

export interface KioskShellParts<Window extends ShellWindow> {
  server: URL;
  openWindow: () => Window;
  discardWindow: (window: Window) => Promise<void>;
  /** Whether closing the window ends the app: in development. */
  mayClose: boolean;
  leave: () => void;
  fetch: (url: string) => Promise<{ status: number }>;
  wait: (milliseconds: number) => Promise<void>;
  monotonicMs: () => number;
  now: () => Date;
  log: Log;
}

/** Keeps exactly one window on the kiosk's page, whatever happens to the page, the renderer or the server. */
export class KioskShell<Window extends ShellWindow> {
  readonly #parts: KioskShellParts<Window>;
  readonly #retry: Backoff;
  readonly #rebuildDelay: Backoff;
  readonly #watchdog = new HeartbeatWatchdog(() => void this.#rebuild('silent'));
  #window: Window | null = null;
  #offlinePage: string | null = null;
  #closing = false;
  #loading = false;
  #rebuilding: Window | null = null;
  #rebuilds = 0;

  constructor(parts: KioskShellParts<Window>) {
    this.#parts = parts;
    this.#retry = new Backoff(RETRY, parts.monotonicMs);
    this.#rebuildDelay = new Backoff(REBUILD, parts.monotonicMs);
  }

  /** Opens a fresh window on a fresh partition; the one before it, and all it held, is gone. */
  renew(): void {
    const previous = this.#window;
    const window = this.#parts.openWindow();
    this.#window = window;
    this.#loading = false;
    this.#listenTo(window);
    void this.#load(window);
    if (previous) this.#discard(previous);
  }

  wipe(): void {
    this.#parts.log.info('session wiped');
    this.renew();
  }

  beat(): void {
    this.#watchdog.beat();
  }

  /** Lets the window close: the app is on its way out. */
  release(): void {
    this.#closing = true;
    this.#watchdog.rest();
  }

  shows(contents: ShellContents): boolean {
    return this.#window !== null && !this.#window.isDestroyed() && this.#window.webContents === contents;
  }

  /** Whether `url` is the offline page that was shown last, as this process made it. */
  isOfflinePage(url: string): boolean {
    return url === this.#offlinePage;
  }

  /** The window that is shown, unless there is none just now. */
  current(): Window | null {
    return this.#window && !this.#window.isDestroyed() ? this.#window : null;
  }

  focus(): void {
    this.#window?.focus();
  }

  #listenTo(window: Window): void {
    const contents = window.webContents;
    window.on('close', (event) => {
      if (!this.#closing && !this.#parts.mayClose) event.preventDefault();
    });
    window.on('closed', () => {
      if (this.#window !== window || this.#closing) return;
      if (this.#parts.mayClose) this.#parts.leave();
      else void this.#rebuild('closed');
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (this.#window === window) void this.#rebuild(reason);
    });
    contents.on('unresponsive', () => {
      if (this.#window === window) void this.#rebuild('unresponsive');
    });
    // A page that reloads itself may meet a server that is gone, or a proxy that stands in for it.
    contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
      if (isMainFrame && code !== NAVIGATION_REPLACED) void this.#load(window);
    });
    contents.on('did-navigate', (_event, _url, status) => {
      if (status >= HTTP_ERROR) void this.#load(window);
    });
  }

  async #load(window: Window): Promise<void> {
    if (this.#loading || this.#window !== window) return;
    this.#loading = true;
    this.#watchdog.rest();
    const { server, log, fetch, now } = this.#parts;
    const pageUrl = kioskPageUrl(server);
    const isStillWanted = () => this.#window === window && !window.isDestroyed() && !this.#closing;
    const since = now();
    const loaded = await loadWhenReachable({
      pageUrl,
      probe: () => fetch(pageUrl),
      show: (url) => {
        if (url === pageUrl) this.#watchdog.watch(LOAD_WITHIN_MS);
        else this.#watchdog.rest();
        return window.loadURL(url);
      },
      offlinePage: (reason) => {
        this.#offlinePage = offlinePage({ maxDelayMs: RETRY.maxMs, reason, server, since });
        return this.#offlinePage;
      },
      nextDelayMs: () => this.#retry.next(),
      wait: this.#parts.wait,
      isStillWanted,
      onTrouble: (reason) => log.warn('the server does not answer', { server: server.origin, reason }),
    });
    if (!loaded || !isStillWanted()) return;
    this.#loading = false;
    this.#watchdog.watch();
    log.info('kiosk page loaded', { server: server.origin });
  }

  async #rebuild(reason: string): Promise<void> {
    const broken = this.#window;
    if (this.#closing || this.#rebuilding === broken) return;
    this.#rebuilding = broken;
    this.#watchdog.rest();
    this.#rebuilds += 1;
    const delayMs = this.#rebuildDelay.next();
    this.#parts.log.error('the page is gone: rebuilding the window', { reason, delayMs, rebuilds: this.#rebuilds });
    await this.#parts.wait(delayMs);
    // A wipe may have come first: the next citizen's window is not to be taken away.
    if (!this.#closing && this.#window === broken) this.renew();
  }

  #discard(window: Window): void {
    if (window.isDestroyed()) return;
    this.#parts
      .discardWindow(window)
      .catch((error: unknown) =>
        this.#parts.log.error('a partition could not be cleared', { reason: reasonOf(error) }),
      );
  }
}
