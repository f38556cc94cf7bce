import { z } from 'zod';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** The scheduler-api's origin. Plain http is refused unless it never leaves this machine. */
export const serverUrl = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!url) return refuse('not a URL');
  if (url.username || url.password) return refuse('must not carry credentials');
  if (url.pathname !== '/' || url.search || url.hash) return refuse('must be an origin without a path');
  if (url.protocol === 'https:') return url;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return url;
  return refuse('must be https unless it is a loopback address');
});

const KIOSK_PATH = '/kiosk/';

/** Where the server serves the kiosk's page. */
export const kioskPageUrl = (server: URL): string => new URL(KIOSK_PATH, server).href;

/** True for the kiosk's page and whatever lies below it, on the kiosk's own server alone. */
export const isKioskPage = (url: string, server: URL): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.origin === server.origin && parsed.pathname.startsWith(KIOSK_PATH);
};
