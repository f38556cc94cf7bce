const storageKey = 'sign-in.from';

/** Where the provider’s page sends the browser back to. */
export const returnPath = '/sign-in';

/** The screen that was asked for before the browser goes away to sign in. */
export function rememberWhere(): void {
  const { pathname, search } = location;
  sessionStorage.setItem(storageKey, (pathname + search).slice(import.meta.env.BASE_URL.length - 1));
}

/** @returns that screen, once */
export function whereFrom(): string | null {
  const from = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  return from;
}
