import { type ApiClient, createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { testOrigin } from './test-config.ts';

export type TestClient = ReturnType<typeof createTestClient>;

/** A browser without a page: it keeps cookies and says where it is from. */
export function createTestClient(baseUrl: string) {
  const cookies = new Map<string, string>();
  let bearer: string | undefined;

  const send: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    else {
      if (!headers.has('origin')) headers.set('origin', testOrigin);
      if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    }
    const response = await fetch(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  };
  const { call }: ApiClient = createApiClient({ baseUrl, fetch: send });

  return {
    call,
    cookies,
    /** For what the contract does not allow. @param path below the server's address */
    raw: (path: string, init?: RequestInit) => send(`${baseUrl}${path}`, init),
    /** Signs in; the session cookie goes with all that follows. */
    signIn: (credentials: { username: string; password: string }) =>
      call(sessionRoutes.signIn, { body: { username: credentials.username, password: credentials.password } }),
    /** Sends an `Authorization` header with all that follows. */
    useBearer(token: string) {
      bearer = token;
    },
  };
}
