import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from './context.ts';
import { isProblem } from './problems.ts';

export const sessionKey = ['session'] as const;

/** Who is signed in: `null` for nobody, `undefined` while that is not known yet. */
export function useSession() {
  const { api } = useConsole();
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Account | null> => {
      try {
        return (await api.call(routes.currentSession)).account;
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    retryDelay: 1500,
  });
}

export function useSignIn() {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) => api.call(routes.signIn, { body: credentials }),
    onSuccess: (reply) => {
      if (reply.state !== 'signed-in') return;
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
      cache.setQueryData(sessionKey, reply.account);
    },
  });
}

export function useSignOut() {
  const { api, drafts } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await drafts.saveAll();
      await api.call(routes.signOut);
    },
    onSuccess: () => cache.setQueryData(sessionKey, null),
  });
}
