import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

/** Milliseconds after which what others may have booked meanwhile is read again. */
const freshForMs = 60_000;

export function useOwnCalendar(firstDay: PlainDate, lastDay: PlainDate) {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['calendar', firstDay, lastDay],
    queryFn: () => api.call(scheduleRoutes.readOwnCalendar, { query: { firstDay, lastDay } }),
    refetchInterval: freshForMs,
    placeholderData: keepPreviousData,
  });
}
