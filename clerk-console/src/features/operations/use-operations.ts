import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

/** Milliseconds between two readings, while the page is in sight. */
const readEveryMs = 2_000;

/** Nodes, calls and kiosks as they are now; what was read last stays while nothing newer can be had. */
export function useOperations() {
  const { api, clock } = useConsole();
  return useQuery({
    queryKey: ['operations'],
    queryFn: async () => {
      const operations = await api.call(operationsRoutes.readOperations);
      clock.learn(operations.asOf);
      return operations;
    },
    refetchInterval: readEveryMs,
    retry: false,
  });
}
