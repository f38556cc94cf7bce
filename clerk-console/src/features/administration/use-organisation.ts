import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

export const kiosksKey = ['organisation', 'kiosks'] as const;
export const staffKey = ['organisation', 'staff'] as const;

export function useInstitutions() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['organisation', 'institutions'],
    queryFn: async () => (await api.call(routes.listInstitutions)).institutions,
  });
}

export function usePublicServices() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['organisation', 'services'],
    queryFn: async () => (await api.call(routes.listPublicServices)).services,
  });
}

export function useContactPoints() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['organisation', 'contact-points'],
    queryFn: async () => (await api.call(routes.listContactPoints)).contactPoints,
  });
}

export function useKiosks() {
  const { api } = useConsole();
  return useQuery({ queryKey: kiosksKey, queryFn: async () => (await api.call(routes.listKiosks)).kiosks });
}

export function useStaff() {
  const { api } = useConsole();
  return useQuery({ queryKey: staffKey, queryFn: async () => (await api.call(routes.listStaff)).staff });
}
