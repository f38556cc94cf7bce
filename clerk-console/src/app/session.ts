import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import { type QueryClient, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from './context.ts';
import { isProblem } from './problems.ts';
import { noteActivity } from './session-limits/activity.ts';

export const sessionKey = ['session'] as const;
const termsKey = ['session', 'terms'] as const;
const endKey = ['session', 'end'] as const;

/** Until when a session lasts at most, and how long unused. */
export type SessionTerms = Pick<RouteReply<typeof routes.currentSession>, 'endsAt' | 'idleMinutes'>;

/** Why the session ended that was here: left unused, as long as one may last, or by the server for a reason of its own. */
export type SessionEnd = 'idle' | 'limit' | 'ended';

/** Who is signed in: `null` for nobody, `undefined` while that is not known yet. */
export function useSession() {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Account | null> => {
      try {
        const { account, ...terms } = await api.call(routes.currentSession);
        cache.setQueryData<SessionTerms>(termsKey, terms);
        return account;
      } catch (error) {
        if (!isProblem(error, 'not-signed-in')) throw error;
        sessionEnded(cache, 'ended');
        return null;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    retryDelay: 1500,
  });
}

/** The terms of the session that is open; `undefined` until they are read. */
export function useSessionTerms(): SessionTerms | undefined {
  const { api } = useConsole();
  return useQuery({
    queryKey: termsKey,
    queryFn: async (): Promise<SessionTerms> => api.call(routes.currentSession),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/** Reads the session again: uses it, and learns what its account may do now. */
export const refreshSession = (cache: QueryClient) => cache.invalidateQueries({ queryKey: sessionKey, exact: true });

/** Nobody is signed in any more, and the sign-in says why. */
export function sessionEnded(cache: QueryClient, end: SessionEnd): void {
  // Whoever was not signed in has nothing to be told.
  if (cache.getQueryData(sessionKey)) cache.setQueryData<SessionEnd>(endKey, end);
  cache.setQueryData(sessionKey, null);
}

/** Why the last session here ended; `undefined` where there was none, or it was signed out of. */
export const useSessionEnd = (): SessionEnd | undefined =>
  useQuery<SessionEnd>({ queryKey: endKey, queryFn: skipToken }).data;

/** Lets somebody in: nothing that another has read stays. */
export function useEnter(): (account: Account) => void {
  const cache = useQueryClient();
  return (account) => {
    noteActivity();
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey.length > 1 || queryKey[0] !== sessionKey[0] });
    cache.setQueryData(sessionKey, account);
  };
}

export function useSignOut() {
  const { api, drafts, goTo } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await drafts.saveAll();
      return api.call(routes.signOut);
    },
    onSuccess: ({ providerUrl }) => {
      cache.setQueryData(sessionKey, null);
      if (providerUrl) goTo(providerUrl);
    },
  });
}
