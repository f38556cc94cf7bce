import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problems.ts';
import { refreshSession, sessionEnded } from './session.ts';

/** @returns a cache that goes back to the sign-in as soon as any answer says that the session is over */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 'not-signed-in')) sessionEnded(client, 'ended');
    // What one may do may have changed since it was read.
    if (isProblem(error, 'not-allowed')) void refreshSession(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refused it will refuse again; what did not arrive may arrive.
        retry: (failures, error) => isProblem(error, 'unavailable') && failures < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
