import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, WebContents } from 'electron';
import { Backoff } from '../backoff.ts';
import { type Log, reasonOf } from '../log.ts';
import { offlinePage } from '../offline/offline-page.ts';
import { kioskPageUrl } from '../server-url.ts';
import { HeartbeatWatchdog } from '../watchdog/heartbeat-watchdog.ts';
import { discardKioskWindow } from './kiosk-window.ts';
import { loadWhenReachable } from './page-loader.ts';

const RETRY = { firstMs: 1_000, maxMs: 15_000, calmAfterMs: 60_000 };
const REBUILD = { firstMs: 1_000, maxMs: 60_000, calmAfterMs: 5 * 60_000 };
// Nothing of the page is cached from one citizen to the next, and some contact points have slow lines.
const LOAD_WITHIN_MS = 60_000;
const NAVIGATION_REPLACED = -3;
const HTTP_ERROR = 400;

export interface KioskShellParts {
  server: URL;
  openWindow: () => BrowserWindow;
  fetch: (url: string) => Promise<{ status: number }>;
  monotonicMs: () => number;
  now: () => Date;
  log: Log;
}

/** Keeps exactly one window on the kiosk's page, whatever happens to the page, the renderer or the server. */
export class KioskShell {
  readonly #parts: KioskShellParts;
  readonly #retry: Backoff;
  readonly #rebuildDelay: Backoff;
  readonly #watchdog = new HeartbeatWatchdog(() => void this.#rebuild('silent'));
  #window: BrowserWindow | null = null;
  #offlinePage: string | null = null;
  #closing = false;
  #loading = false;
  #rebuilding = false;
  #rebuilds = 0;

  constructor(parts: KioskShellParts) {
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

  shows(contents: WebContents): boolean {
    return this.#window !== null && !this.#window.isDestroyed() && this.#window.webContents === contents;
  }

  /** Whether `url` is the offline page that was shown last, as this process made it. */
  isOfflinePage(url: string): boolean {
    return url === this.#offlinePage;
  }

  focus(): void {
    this.#window?.focus();
  }

  #listenTo(window: BrowserWindow): void {
    const contents = window.webContents;
    window.on('close', (event) => {
      if (!this.#closing) event.preventDefault();
    });
    window.on('closed', () => {
      if (this.#window === window && !this.#closing) void this.#rebuild('closed');
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

  async #load(window: BrowserWindow): Promise<void> {
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
      wait: async (ms) => {
        await wait(ms);
      },
      isStillWanted,
      onTrouble: (reason) => log.warn('the server does not answer', { server: server.origin, reason }),
    });
    if (!loaded || !isStillWanted()) return;
    this.#loading = false;
    this.#watchdog.watch();
    log.info('kiosk page loaded', { server: server.origin });
  }

  async #rebuild(reason: string): Promise<void> {
    if (this.#rebuilding || this.#closing) return;
    this.#rebuilding = true;
    this.#watchdog.rest();
    this.#rebuilds += 1;
    const delayMs = this.#rebuildDelay.next();
    this.#parts.log.error('the page is gone: rebuilding the window', { reason, delayMs, rebuilds: this.#rebuilds });
    await wait(delayMs);
    this.#rebuilding = false;
    if (!this.#closing) this.renew();
  }

  #discard(window: BrowserWindow): void {
    if (window.isDestroyed()) return;
    discardKioskWindow(window).catch((error: unknown) =>
      this.#parts.log.error('a partition could not be cleared', { reason: reasonOf(error) }),
    );
  }
}
