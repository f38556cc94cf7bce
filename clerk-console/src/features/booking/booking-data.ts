import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import type { AccountId, ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { addDays, dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

export type Bookable = RouteReply<typeof appointmentRoutes.listBookableServices>;
export type BookableService = Bookable['services'][number];
export type BookablePlace = Bookable['contactPoints'][number];

/** What a time is sought for. */
export type SlotWish = {
  readonly serviceId: PublicServiceId;
  readonly language: Language;
  readonly channel: Channel;
  /** Null for whoever is free. */
  readonly specialistId: AccountId | null;
  /** Null where no place is needed. */
  readonly contactPointId: ContactPointId | null;
  readonly near: boolean;
};

/** As many as fill the days that one looks at first; the rest is asked for by who wants later days. */
const timesAtOnce = 120;
const daysAtOnce = 62;

export function useBookable() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['bookable-services'],
    queryFn: () => api.call(appointmentRoutes.listBookableServices),
    staleTime: 300_000,
  });
}

export function useSpecialists(serviceId: PublicServiceId) {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['bookable-specialists', serviceId],
    queryFn: async () =>
      (await api.call(appointmentRoutes.listBookableSpecialists, { params: { serviceId } })).specialists,
    staleTime: 300_000,
  });
}

export const slotsKey = ['slots'] as const;

/** Free times, the soonest first; more on demand. */
export function useSlots(wish: SlotWish, timeZone: string) {
  const { api, clock } = useConsole();
  return useInfiniteQuery({
    queryKey: [...slotsKey, wish],
    queryFn: ({ pageParam, signal }) =>
      api.call(appointmentRoutes.findSlots, {
        query: {
          serviceId: wish.serviceId,
          channel: wish.channel,
          contactPointId: wish.contactPointId ?? undefined,
          near: wish.near ? 'true' : 'false',
          language: wish.language,
          specialistId: wish.specialistId ?? undefined,
          firstDay: pageParam,
          lastDay: addDays(pageParam, daysAtOnce - 1),
          limit: timesAtOnce,
        },
        signal,
      }),
    initialPageParam: dateAt(epochMilliseconds(clock.now()), timeZone),
    getNextPageParam: ({ continueOn }, _pages, asked: PlainDate) => {
      if (!continueOn) return undefined;
      return continueOn > asked ? continueOn : addDays(asked, 1);
    },
    staleTime: 15_000,
  });
}
