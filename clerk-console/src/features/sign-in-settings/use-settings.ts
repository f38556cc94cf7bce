import {
  type Directory,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { builtInRoles, isHigh, roleHolds, staffPermissions } from '@remote-clerk/shared/contracts/permissions.ts';
import type { RoleName } from '@remote-clerk/shared/contracts/rights.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

const directoriesKey = ['sign-in-settings', 'directories'] as const;
const providersKey = ['sign-in-settings', 'providers'] as const;

export function useDirectories() {
  const { api } = useConsole();
  return useQuery({
    queryKey: directoriesKey,
    queryFn: async () => (await api.call(identityAdministrationRoutes.listDirectories)).directories,
  });
}

export function useProviders() {
  const { api } = useConsole();
  return useQuery({
    queryKey: providersKey,
    queryFn: async () => (await api.call(identityAdministrationRoutes.listIdentityProviders)).providers,
  });
}

const ordinaryRoles = builtInRoles.filter(
  (role) => !staffPermissions.some((name) => roleHolds(role, name) && isHigh(name)),
);

/** Roles that a group can give; what needs two approvals is always asked for. Where the roles cannot be read, those that every installation has. */
export function useRoles(): readonly RoleName[] {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: ['sign-in-settings', 'roles'],
    queryFn: async () => (await api.call(routes.listRoles)).roles.filter(({ retired, high }) => !retired && !high),
    retry: false,
  });
  return data ?? ordinaryRoles.map((id) => ({ id, name: null }));
}

/** What is done to directories from their list. */
export function useDirectoryCommands() {
  const { api } = useConsole();
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: directoriesKey });
  return {
    synchronise: useMutation({
      mutationFn: ({ id }: Directory) =>
        api.call(identityAdministrationRoutes.synchroniseDirectory, { params: { directoryId: id }, body: {} }),
      onSettled,
    }),
    order: useMutation({
      mutationFn: (directoryIds: Directory['id'][]) =>
        api.call(identityAdministrationRoutes.orderDirectories, { body: { directoryIds } }),
      onSettled,
    }),
  };
}

/** For what changes any of the settings. */
export function useReadAgain() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['sign-in-settings'] });
}
