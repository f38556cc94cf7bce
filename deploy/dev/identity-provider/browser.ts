/** A browser that follows redirects and keeps cookies, for tests: it goes through the provider's pages as a person would. */
export function createBrowser() {
  const cookies = new Map<string, string>();

  async function open(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  }

  /** Follows to the first address that is not the provider's, or to a page. */
  async function follow(address: string, init?: RequestInit): Promise<{ left: URL } | { page: string; url: string }> {
    const { origin } = new URL(address);
    let [next, options] = [address, init];
    for (;;) {
      const response = await open(next, options);
      const location = response.headers.get('location');
      if (!location) return { page: await response.text(), url: next };
      const to = new URL(location, next);
      if (to.origin !== origin) return { left: to };
      [next, options] = [to.href, undefined];
    }
  }

  return {
    follow,

    /** Goes to the provider and chooses who to be, unless it is known there already. @returns where the provider sends it */
    async choose(address: string, person: string): Promise<URL> {
      const reached = await follow(address);
      if ('left' in reached) return reached.left;
      const chosen = await follow(reached.url, { method: 'POST', body: new URLSearchParams({ person }) });
      if ('left' in chosen) return chosen.left;
      throw new Error(`The provider shows: ${chosen.page}`);
    },
  };
}
