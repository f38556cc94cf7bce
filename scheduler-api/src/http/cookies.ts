/** The cookies of a `Cookie` header; of two with one name the first counts. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && name && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return Object.fromEntries(cookies);
}

/** The `__Host-` prefix makes browsers refuse the cookie from anything but this very host over https. */
export const cookieName = (name: string, https: boolean) => (https ? `__Host-${name}` : name);

/** A `Set-Cookie` value. @param value null takes the cookie away */
export function writeCookie(
  name: string,
  value: string | null,
  { https, maxAgeMs }: { https: boolean; maxAgeMs?: number | undefined },
): string {
  const age = value === null ? 0 : maxAgeMs && Math.floor(maxAgeMs / 1000);
  return [
    `${cookieName(name, https)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(https ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join('; ');
}
