import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { Page } from '../devtools/page.ts';
import { events } from '../devtools/protocol.ts';
import { app } from './app.ts';
import { session } from './sessions.ts';
import { theBrowser } from './the-browser.ts';
import { StandInWebContents } from './web-contents.ts';

type Implemented = Pick<
  BrowserWindow,
  'loadURL' | 'close' | 'destroy' | 'isDestroyed' | 'focus' | 'isKiosk' | 'isFullScreen'
>;

const open = new Map<StandInBrowserWindow, { targetId: string | null }>();

export class StandInBrowserWindow extends EventEmitter implements Implemented {
  readonly webContents: StandInWebContents;
  readonly #page: Promise<Page>;
  readonly #isKiosk: boolean;
  readonly #isFullScreen: boolean;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { partition, preload } = options.webPreferences ?? {};
    const chosen = partition ? session.fromPartition(partition) : session.defaultSession;
    this.#isKiosk = options.kiosk ?? false;
    this.#isFullScreen = this.#isKiosk || (options.fullscreen ?? false);
    this.#page = this.#open(chosen.contextId(), options);
    this.webContents = new StandInWebContents(chosen, this.#page, preload, () => this.close());
    open.set(this, { targetId: null });
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): StandInBrowserWindow[] {
    return [...open.keys()];
  }

  static fromWebContents(contents: StandInWebContents | undefined): StandInBrowserWindow | null {
    return StandInBrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  /** The window that shows Chromium's page of this id. */
  static fromTargetId(targetId: string): StandInBrowserWindow | undefined {
    return StandInBrowserWindow.getAllWindows().find((window) => open.get(window)?.targetId === targetId);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  isKiosk(): boolean {
    return this.#isKiosk;
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  isDestroyed(): boolean {
    return !open.has(this);
  }

  focus(): void {
    this.#page.then((page) => page.send('Page.bringToFront')).catch(() => undefined);
  }

  /** Unless a listener prevents it. */
  close(): void {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit('close', { preventDefault });
    if (!prevented) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed()) return;
    this.#gone();
    this.#page.then((page) => page.close()).catch(() => undefined);
  }

  async #open(contextId: Promise<string>, options: BrowserWindowConstructorOptions): Promise<Page> {
    const page = await Page.open(theBrowser(), await contextId);
    const entry = open.get(this);
    if (entry) entry.targetId = page.id;
    page.onBrowser(events.targetDestroyed, ({ targetId }) => {
      if (targetId === page.id) this.#gone();
    });
    const { width, height } = options;
    if (this.#isFullScreen) await page.setBounds({ windowState: 'fullscreen' });
    else if (width && height) await page.setBounds({ width, height });
    const { zoomFactor } = options.webPreferences ?? {};
    if (zoomFactor && zoomFactor !== 1) await page.zoom(zoomFactor);
    return page;
  }

  #gone(): void {
    if (!open.delete(this)) return;
    this.webContents.destroyed();
    this.emit('closed');
    if (open.size === 0) app.allWindowsClosed();
  }
}
