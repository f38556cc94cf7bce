import { isKioskPage } from '../server-url.ts';

/** Camera and microphone for the kiosk's own page; nothing else, to nobody. `subject` is the page's URL. */
export const mayAsk = (permission: string, subject: string, server: URL): boolean =>
  permission === 'media' && isKioskPage(subject, server);

/** The same before a page asks, when Chromium names only the page's origin. */
export const mayCheck = (permission: string, origin: string, server: URL): boolean =>
  permission === 'media' && URL.parse(origin)?.origin === server.origin;
