import {
  type CalendarProblem,
  calendarProblemOf,
  calendarRoutes,
} from '@remote-clerk/shared/contracts/http/calendars.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import type { MessageKey } from '../../../messages/use-messages.ts';

const minuteMs = 60_000;

/** The calendars that the specialist has connected, with how they were found when they were last read. */
export function useConnections() {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['calendar', 'connections'],
    queryFn: async () => (await api.call(calendarRoutes.listExternalCalendars)).calendars,
    refetchInterval: minuteMs,
  });
}

export const calendarProblemWords: Readonly<Record<CalendarProblem, MessageKey>> = {
  unreachable: 'calendar-connections.problem.unreachable',
  refused: 'calendar-connections.problem.refused',
  'not-a-calendar': 'calendar-connections.problem.not-a-calendar',
  'too-large': 'calendar-connections.problem.too-large',
  'too-slow': 'calendar-connections.problem.too-slow',
  'address-not-allowed': 'calendar-connections.problem.address-not-allowed',
};

/** What to say when a calendar could not be connected. */
export function refusalWords(error: unknown): MessageKey {
  const problem = calendarProblemOf(error);
  return problem ? calendarProblemWords[problem] : problemMessage(error);
}
