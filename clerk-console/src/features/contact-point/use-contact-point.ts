import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { readWhileAwayMs, useLiveStatus } from '../../app/live/use-live.ts';
import { contactPointKey } from '../../app/live/views.ts';

/** The contact point's kiosks: pushed, and read by request while nothing is pushed. */
export function useContactPoint(contactPointId: ContactPointId) {
  const { api, views, clock } = useConsole();
  const isAway = useLiveStatus() === 'away';
  return useQuery({
    queryKey: contactPointKey,
    queryFn: async (): Promise<ContactPointView> => {
      const view = await api.call(routes.readContactPointView, { params: { contactPointId } });
      clock.learn(view.asOf);
      return views.read(contactPointKey, view);
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: isAway ? readWhileAwayMs : false,
  });
}

export function useOfferedServices(contactPointId: ContactPointId) {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['contact-point-services', contactPointId],
    queryFn: async () => (await api.call(routes.listContactPointServices, { params: { contactPointId } })).services,
    staleTime: 30_000,
  });
}
