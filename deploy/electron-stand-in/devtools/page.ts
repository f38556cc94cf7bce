import type { DevToolsConnection, EventKind } from './connection.ts';
import { events, replies } from './protocol.ts';

/** One page of Chromium's, in a window of its own. Its main frame has the same id as the page. */
export class Page {
  readonly id: string;
  readonly #browser: DevToolsConnection;
  readonly #sessionId: string;

  private constructor(browser: DevToolsConnection, id: string, sessionId: string) {
    this.#browser = browser;
    this.id = id;
    this.#sessionId = sessionId;
  }

  static async open(browser: DevToolsConnection, browserContextId: string): Promise<Page> {
    const target = { url: 'about:blank', newWindow: true, browserContextId };
    const { targetId } = replies.target.parse(await browser.send('Target.createTarget', target));
    const attachment = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    return new Page(browser, targetId, replies.session.parse(attachment).sessionId);
  }

  send(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return this.#browser.send(method, params, this.#sessionId);
  }

  on<Params>(kind: EventKind<Params>, listener: (params: Params) => void): void {
    this.#browser.on(kind, listener, this.#sessionId);
  }

  onBrowser<Params>(kind: EventKind<Params>, listener: (params: Params) => void): void {
    this.#browser.on(kind, listener);
  }

  /** Calls `decide` before the page or one of its frames goes to another document; true lets it go. */
  async guardNavigation(
    decide: (to: { url: string; isMainFrame: boolean; isRedirect: boolean }) => boolean,
  ): Promise<void> {
    this.on(events.requestPaused, ({ requestId, request, frameId, redirectedRequestId }) => {
      const isMainFrame = frameId === this.id;
      const allowed = decide({ url: request.url, isMainFrame, isRedirect: redirectedRequestId !== undefined });
      const answer = allowed
        ? this.send('Fetch.continueRequest', { requestId })
        : this.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      // The request is gone when its frame is.
      answer.catch(() => undefined);
    });
    await this.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
  }

  async setBounds(bounds: { windowState: 'fullscreen' } | { width: number; height: number }): Promise<void> {
    const found = await this.#browser.send('Browser.getWindowForTarget', { targetId: this.id });
    const { windowId } = replies.window.parse(found);
    await this.#browser.send('Browser.setWindowBounds', { windowId, bounds });
  }

  /** Shows the page smaller or larger, for as long as the window keeps its size. */
  async zoom(scale: number): Promise<void> {
    const { cssLayoutViewport } = replies.layout.parse(await this.send('Page.getLayoutMetrics'));
    const width = Math.round(cssLayoutViewport.clientWidth / scale);
    const height = Math.round(cssLayoutViewport.clientHeight / scale);
    await this.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      scale,
      deviceScaleFactor: 0,
      mobile: false,
    });
  }

  /** `null` when it went well, otherwise Chromium's reason, like `net::ERR_CONNECTION_REFUSED`. */
  async navigate(url: string): Promise<string | null> {
    const { errorText } = replies.navigation.parse(await this.send('Page.navigate', { url }));
    return errorText || null;
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.id });
  }

  async closeOther(targetId: string): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId });
  }
}
