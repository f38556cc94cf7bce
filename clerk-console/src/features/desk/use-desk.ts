import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { readWhileAwayMs, useLiveStatus } from '../../app/live/use-live.ts';
import { deskKey } from '../../app/live/views.ts';

/** The desk as the server has it: pushed, and read by request while nothing is pushed. */
export function useDesk() {
  const { api, views, clock } = useConsole();
  const isAway = useLiveStatus() === 'away';
  return useQuery({
    queryKey: deskKey,
    queryFn: async (): Promise<DeskView> => {
      const view = await api.call(routes.readDesk);
      clock.learn(view.asOf);
      return views.read(deskKey, view);
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: isAway ? readWhileAwayMs : false,
  });
}

export function useAvailability() {
  const { api, views } = useConsole();
  return useMutation({
    mutationFn: (available: boolean) => api.call(routes.setAvailability, { body: { available } }),
    onSuccess: (view) => views.reply(deskKey, view),
  });
}
