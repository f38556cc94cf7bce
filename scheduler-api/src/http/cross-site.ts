import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may count on the cookies that came with it: a page of another site can make a browser send them.
 * `Sec-Fetch-Site` is the browser's own word; where it is absent (plain http) `Origin` must be ours.
 */
export function isSameSite(headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin !== undefined) return headers.origin === publicOrigin;
  return headers.cookie === undefined;
}
