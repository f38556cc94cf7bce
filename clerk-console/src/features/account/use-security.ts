import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { AccountSecurity } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { PasskeyId, StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

const securityKey = ['account', 'security'] as const;
const sessionsKey = ['account', 'sessions'] as const;

/** How one signs in. */
export function useSecurity() {
  const { api } = useConsole();
  return useQuery({ queryKey: securityKey, queryFn: () => api.call(routes.readAccountSecurity) });
}

/** Where one is signed in. */
export function useOwnSessions() {
  const { api } = useConsole();
  return useQuery({ queryKey: sessionsKey, queryFn: async () => (await api.call(routes.listOwnSessions)).sessions });
}

export function useEndSessions() {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (which: StaffSessionId | 'others') =>
      which === 'others'
        ? api.call(routes.endOtherSessions)
        : api.call(routes.endOwnSession, { params: { sessionId: which } }),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsKey }),
  });
}

export function useChangePassword() {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => api.call(routes.changePassword, { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** A new secret for an authenticator app; it counts once a code of it was given. */
export function useOneTimeCodes(onDone?: () => void) {
  const { api } = useConsole();
  const keep = useKeepSecurity(onDone);
  return {
    begin: useMutation({ mutationFn: () => api.call(routes.beginOneTimeCodes, { body: {} }) }),
    confirm: useMutation({
      mutationFn: (code: string) => api.call(routes.confirmOneTimeCodes, { body: { code } }),
      onSuccess: keep,
    }),
  };
}

/** @param onDone once a passkey is made and kept */
export function usePasskeys(onDone?: () => void) {
  const { api, passkeys } = useConsole();
  const keep = useKeepSecurity(onDone);
  const forget = useKeepSecurity();
  return {
    add: useMutation({
      mutationFn: async (name: string) => {
        const { options } = await api.call(routes.beginPasskey, { body: {} });
        const answer = await passkeys.make(options);
        return api.call(routes.addPasskey, { body: { name, answer } });
      },
      onSuccess: keep,
    }),
    remove: useMutation({
      mutationFn: (passkeyId: PasskeyId) => api.call(routes.removePasskey, { params: { passkeyId } }),
      onSuccess: forget,
    }),
  };
}

function useKeepSecurity(onDone?: () => void) {
  const cache = useQueryClient();
  return (security: AccountSecurity) => {
    cache.setQueryData(securityKey, security);
    onDone?.();
  };
}
