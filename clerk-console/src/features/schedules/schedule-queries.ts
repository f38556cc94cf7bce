import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AccountId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

/** Begins the key of everything that a change to schedules may have changed. */
export const schedulesKey = ['schedules'] as const;

export function useInstitutions() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['organisation', 'institutions'],
    queryFn: async () => (await api.call(organisationRoutes.listInstitutions)).institutions,
  });
}

export function useInstitutionCalendar(institutionId: InstitutionId, firstDay: PlainDate, lastDay: PlainDate) {
  const { api } = useConsole();
  return useQuery({
    queryKey: [...schedulesKey, 'calendar', institutionId, firstDay, lastDay],
    queryFn: () =>
      api.call(scheduleRoutes.readInstitutionCalendar, { params: { institutionId }, query: { firstDay, lastDay } }),
    placeholderData: keepPreviousData,
  });
}

/** Each one's schedule as it is written down, read anew; all of them or none. */
export function useSchedules(specialistIds: readonly AccountId[]) {
  const { api } = useConsole();
  return useQueries({
    queries: specialistIds.map((specialistId) => ({
      queryKey: [...schedulesKey, 'one', specialistId],
      queryFn: () => api.call(scheduleRoutes.readSchedule, { params: { specialistId } }),
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    })),
    combine: (results) => ({
      schedules: results.every(({ data }) => data) ? results.flatMap(({ data }) => data ?? []) : null,
      error: results.find(({ error }) => error)?.error ?? null,
      refetch: () => results.forEach(({ refetch }) => void refetch()),
    }),
  });
}
