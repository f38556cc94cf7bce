import { type Organisation, organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../../app/context.ts';

export const organisationsKey = ['organisation', 'tree'] as const;

/** What is done to the tree: something is added below an organisation, or one gets another name. */
export type TreeChange = { readonly kind: 'add' | 'rename'; readonly organisation: Organisation };

export function useOrganisations() {
  const { api } = useConsole();
  return useQuery({
    queryKey: organisationsKey,
    queryFn: async () => (await api.call(organisationRoutes.listOrganisations)).organisations,
    staleTime: 0,
  });
}
