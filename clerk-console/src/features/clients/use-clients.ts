import { type ApiClient, clientRoutes } from '@remote-clerk/shared/contracts/http/clients.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

const clientsKey = ['organisation', 'clients'] as const;

export function useClients() {
  const { api } = useConsole();
  return useQuery({ queryKey: clientsKey, queryFn: async () => (await api.call(clientRoutes.listClients)).clients });
}

/** What can be done to other systems; the list is read again after each. */
export function useClientCommands() {
  const { api } = useConsole();
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: clientsKey });
  return {
    create: useMutation({
      mutationFn: (body: { name: string; pushUrl: string | null }) => api.call(clientRoutes.createClient, { body }),
      onSettled,
    }),
    renew: useMutation({
      mutationFn: ({ id }: ApiClient) =>
        api.call(clientRoutes.renewClientSecret, { params: { clientId: id }, body: {} }),
      onSettled,
    }),
    disable: useMutation({
      mutationFn: ({ id }: ApiClient) => api.call(clientRoutes.disableClient, { params: { clientId: id } }),
      onSettled,
    }),
  };
}
