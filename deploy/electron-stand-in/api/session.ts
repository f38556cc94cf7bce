import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import type { DevToolsConnection } from '../devtools/connection.ts';
import { replies } from '../devtools/protocol.ts';
import { callApp } from './call-app.ts';
import { type ElectronPermission, permissionNames } from './permissions.ts';

type Implemented = Pick<
  Session,
  | 'clearStorageData'
  | 'clearCache'
  | 'clearAuthCache'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
>;

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** A partition in memory: one of Chromium's browser contexts, made when first needed and gone when cleared. */
export class StandInSession extends EventEmitter implements Implemented {
  readonly #browser: () => DevToolsConnection;
  #contextId: Promise<string> | null = null;
  #requestHandler: RequestHandler = null;
  #checkHandler: CheckHandler = null;

  constructor(browser: () => DevToolsConnection) {
    super();
    this.#browser = browser;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#checkHandler = handler;
  }

  /** Chromium asks a person before it hands out a device, and here is nobody to answer: the same as a refusal. */
  setDevicePermissionHandler(): void {}

  /** Chromium's id of this partition. */
  contextId(): Promise<string> {
    this.#contextId ??= this.#create();
    return this.#contextId;
  }

  /** Puts every permission to the app's handlers before `url` is shown; Chromium then does as they said. */
  async settlePermissionsFor(url: string): Promise<void> {
    const origin = URL.parse(url)?.origin;
    if (!origin?.startsWith('http')) return;
    const browserContextId = await this.contextId();
    const settled = this.#answersFor(url, origin).map(async ({ name, granted }) => {
      const permission = {
        permission: { name },
        setting: (await granted) ? 'granted' : 'denied',
        origin,
        browserContextId,
      };
      await this.#browser().send('Browser.setPermission', permission);
    });
    await Promise.all(settled);
  }

  /** Takes the whole partition away; its windows must be closed. */
  async clearStorageData(): Promise<void> {
    if (!this.#contextId) return;
    const browserContextId = await this.#contextId;
    this.#contextId = null;
    await this.#browser().send('Target.disposeBrowserContext', { browserContextId });
  }

  /** Went with the partition. */
  async clearCache(): Promise<void> {}

  /** Went with the partition. */
  async clearAuthCache(): Promise<void> {}

  #answersFor(url: string, origin: string): { name: string; granted: Promise<boolean> }[] {
    const answers = [];
    for (const [permission, names] of permissionNames) {
      const granted = this.#isGranted(permission, url, origin);
      for (const name of names) answers.push({ name, granted });
    }
    return answers;
  }

  async #isGranted(permission: ElectronPermission, url: string, origin: string): Promise<boolean> {
    const frame = { isMainFrame: true, requestingUrl: url };
    if (this.#checkHandler && !callApp(this.#checkHandler, null, permission, origin, frame)) return false;
    const handler = this.#requestHandler;
    return handler ? new Promise((resolve) => callApp(handler, null, permission, resolve, frame)) : true;
  }

  async #create(): Promise<string> {
    const browser = this.#browser();
    const { browserContextId } = replies.browserContext.parse(
      await browser.send('Target.createBrowserContext', { disposeOnDetach: true }),
    );
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId, eventsEnabled: true });
    return browserContextId;
  }
}
