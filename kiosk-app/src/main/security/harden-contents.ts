import type { App, WebContents } from 'electron';
import type { Log } from '../log.ts';

/** Whether a page may go somewhere. */
export type MayGo = (contents: WebContents, url: string) => boolean;

const originOf = (url: string): string => URL.parse(url)?.origin ?? 'unknown';

const hardenContents = (contents: WebContents, mayGo: MayGo, log: Log): void => {
  const keepInside = (attempt: { url: string; preventDefault: () => void }) => {
    if (mayGo(contents, attempt.url)) return;
    attempt.preventDefault();
    log.warn('navigation denied', { to: originOf(attempt.url) });
  };
  contents.on('will-frame-navigate', keepInside);
  contents.on('will-redirect', keepInside);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('window denied', { to: originOf(url) });
    return { action: 'deny' };
  });
};

/** Holds for every page that will ever exist in this process, also for one that some later change brings. */
export const hardenApp = (app: App, mayGo: MayGo, log: Log): void => {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, mayGo, log));
  app.on('certificate-error', (event, _contents, url, error, _certificate, answer) => {
    event.preventDefault();
    log.error('certificate refused', { of: originOf(url), error });
    answer(false);
  });
};
