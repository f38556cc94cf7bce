import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebContents } from 'electron';
import { z } from 'zod';
import type { Page } from '../devtools/page.ts';
import { events } from '../devtools/protocol.ts';
import {
  PRELOAD_WORLD,
  pageWorldScript,
  preloadWorldScript,
  RECEIVE_FUNCTION,
  SEND_BINDING,
} from '../preload-worlds.ts';
import { callApp } from './call-app.ts';
import { ipcMain, type StandInIpcEvent } from './ipc-main.ts';
import { parsePageMessage } from './page-messages.ts';
import type { StandInSession } from './session.ts';

type Implemented = Pick<
  WebContents,
  'id' | 'getURL' | 'loadURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'forcefullyCrashRenderer' | 'close'
>;
type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

const windowAnswer = z.object({ action: z.string() });
const NET_FAILED = -2;
let lastId = 0;

/** An event that its listeners may prevent. */
const preventable = <Details extends object>(details: Details) => {
  const event = { ...details, defaultPrevented: false, preventDefault: () => {} };
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
};

/** What a window shows. Its page comes a moment after the window, so all that touches the page waits for it. */
export class StandInWebContents extends EventEmitter implements Implemented {
  readonly id: number;
  readonly session: StandInSession;
  readonly #page: Promise<Page>;
  readonly #close: () => void;
  #url = 'about:blank';
  #status = -1;
  #isDestroyed = false;
  #loadingFromMain: string | null = null;
  #windowOpenHandler: WindowOpenHandler | null = null;

  constructor(session: StandInSession, page: Promise<Page>, preload: string | undefined, close: () => void) {
    super();
    lastId += 1;
    this.id = lastId;
    this.session = session;
    this.#close = close;
    this.#page = page.then(async (opened) => {
      await this.#prepare(opened, preload);
      return opened;
    });
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  close(): void {
    this.#close();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  forcefullyCrashRenderer(): void {
    // The answer never comes: whoever would give it has crashed.
    this.#page.then((page) => page.send('Page.crash')).catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    await this.session.settlePermissionsFor(url);
    this.#loadingFromMain = url;
    const ended = this.#loadEnded();
    const errorText = await page.navigate(url);
    if (errorText) this.emit('did-fail-load', {}, NET_FAILED, errorText, url, true, 0, 0);
    await ended.finally(() => {
      this.#loadingFromMain = null;
    });
  }

  /** The window is gone, or its page. */
  destroyed(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  async #loadEnded(): Promise<void> {
    const over = new AbortController();
    const heard = (name: string): Promise<unknown[]> => once(this, name, { signal: over.signal });
    const fail = (reason: unknown): never => {
      throw new Error(String(reason));
    };
    try {
      await Promise.race([
        heard('did-finish-load'),
        heard('did-fail-load').then(([, , errorText, url]) => fail(`${errorText} loading '${url}'`)),
        heard('destroyed').then(() => fail('the window was closed while it loaded')),
        heard('render-process-gone').then(() => fail('the page crashed while it loaded')),
      ]);
    } finally {
      over.abort();
    }
  }

  async #prepare(page: Page, preload: string | undefined): Promise<void> {
    this.#followNavigation(page);
    page.on(events.loaded, () => this.emit('did-finish-load'));
    page.on(events.crashed, () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on(events.bindingCalled, (call) => void this.#receive(page, call));
    page.onBrowser(events.downloadWillBegin, ({ url, frameId }) => {
      if (frameId === page.id) this.session.emit('will-download', preventable({}), { getURL: () => url }, this);
    });
    page.onBrowser(events.targetCreated, ({ targetInfo }) => {
      if (targetInfo.openerId === page.id) this.#refuseWindow(page, targetInfo.targetId);
    });
    await Promise.all(['Page.enable', 'Runtime.enable', 'Network.enable'].map((method) => page.send(method)));
    await page.guardNavigation((to) => this.#mayNavigate(to));
    if (preload) await this.#installPreload(page, readFileSync(preload, 'utf8'));
  }

  async #installPreload(page: Page, preload: string): Promise<void> {
    const channel = randomUUID();
    const versions = { electron: process.versions.electron ?? '', chrome: process.versions.chrome ?? '' };
    await page.send('Runtime.addBinding', { name: SEND_BINDING, executionContextName: PRELOAD_WORLD });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(channel) });
    const source = preloadWorldScript(channel, preload, versions);
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD });
  }

  #followNavigation(page: Page): void {
    page.on(events.responseReceived, ({ type, frameId, response }) => {
      if (type === 'Document' && frameId === page.id) this.#status = response.status;
    });
    page.on(events.frameNavigated, ({ frame }) => {
      if (frame.parentId) return;
      this.#url = frame.url;
      if (frame.unreachableUrl) {
        const isKnown = this.#loadingFromMain !== null;
        if (!isKnown) this.emit('did-fail-load', {}, NET_FAILED, 'net::ERR_FAILED', frame.unreachableUrl, true, 0, 0);
        return;
      }
      this.emit('did-navigate', {}, frame.url, frame.url.startsWith('http') ? this.#status : -1, '');
    });
    page.on(events.navigatedWithinDocument, ({ frameId, url }) => {
      if (frameId === page.id) this.#url = url;
    });
  }

  #mayNavigate({ url, isMainFrame, isRedirect }: { url: string; isMainFrame: boolean; isRedirect: boolean }): boolean {
    const fromMain = isMainFrame && !isRedirect && url === this.#loadingFromMain;
    if (fromMain) return true;
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: null });
    this.emit(isRedirect ? 'will-redirect' : 'will-frame-navigate', event);
    return !event.defaultPrevented;
  }

  #refuseWindow(page: Page, targetId: string): void {
    this.#askForWindow('about:blank');
    page.closeOther(targetId).catch(() => undefined);
  }

  #askForWindow(url: string): void {
    const answer = this.#windowOpenHandler ? callApp(this.#windowOpenHandler, { url }) : { action: 'deny' };
    if (windowAnswer.parse(answer).action !== 'deny') throw new Error('The stand-in opens no window for a page.');
  }

  async #receive(page: Page, call: { name: string; payload: string; executionContextId: number }): Promise<void> {
    if (call.name !== SEND_BINDING) return;
    const message = parsePageMessage(call.payload);
    const event: StandInIpcEvent = { sender: this, senderFrame: { url: this.#url, parent: null } };
    if (message.kind === 'open') this.#askForWindow(message.url);
    else if (message.kind === 'send') ipcMain.emit(message.channel, event, ...message.args);
    else {
      const { request, channel, args } = message;
      const outcome = await ipcMain.answer(channel, event, args).then(
        (value) => ({ request, value }),
        (error: Error) => ({ request, error: error.message }),
      );
      const expression = `${RECEIVE_FUNCTION}(${JSON.stringify(outcome)})`;
      // The page that asked may be gone by now.
      await page.send('Runtime.evaluate', { expression, contextId: call.executionContextId }).catch(() => undefined);
    }
  }
}
