import { type ApiClient, createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';

export type StaffClient = ApiClient & { /** For a socket's handshake. */ headers: () => Record<string, string> };

/** Someone of the staff without a browser: signed in, with the session's cookie sent along. */
export async function createStaffClient(
  url: string,
  { username, password }: { username: string; password: string },
): Promise<StaffClient> {
  let cookie = '';
  const headers = (): Record<string, string> => ({ origin: url, ...(cookie && { cookie }) });
  const client = createApiClient({
    baseUrl: url,
    headers,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const set = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
      if (set.length > 0) cookie = set.join('; ');
      return response;
    },
  });
  await client.call(routes.signIn, { body: { username, password } });
  return { ...client, headers };
}
