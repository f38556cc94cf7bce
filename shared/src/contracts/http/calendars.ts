import { z } from 'zod';
import { ExternalCalendarId } from '../../domain/ids.ts';
import { ProblemError } from '../../domain/problems.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../messages.ts';
import { defineRoutes } from './route.ts';

const own = { tag: 'Calendars', permission: 'calendar.own' } as const;

const IcsLocation = z
  .url({ protocol: /^(https?|webcal)$/, error: 'An http, https or webcal address is needed' })
  .max(2_000);

/** Why a calendar could not be read. */
export const CalendarProblem = z.enum([
  'unreachable',
  'refused',
  'not-a-calendar',
  'too-large',
  'too-slow',
  'address-not-allowed',
]);
export type CalendarProblem = z.infer<typeof CalendarProblem>;

const problemWords: Record<CalendarProblem, string> = {
  unreachable: 'The calendar’s server does not answer',
  refused: 'The calendar’s server refuses: the address, the user name or the password is not right',
  'not-a-calendar': 'There is no calendar at this address that can be read',
  'too-large': 'The calendar is too large',
  'too-slow': 'The calendar’s server takes too long',
  'address-not-allowed': 'Calendars at this address may not be read',
};

/** The refusal of a calendar that could not be read when it was to be connected. */
export const unreadableCalendar = (problem: CalendarProblem): ProblemError =>
  new ProblemError('invalid-request', problemWords[problem], {
    fields: [{ pointer: '/body/address', detail: problemWords[problem] }],
  });

/** Which refusal it was; null for one of another kind. */
export const calendarProblemOf = (error: unknown): CalendarProblem | null =>
  CalendarProblem.options.find((one) => error instanceof ProblemError && error.message === problemWords[one]) ?? null;

/** A specialist's own calendar, of which only busy times are read. */
export const ExternalCalendar = z
  .object({
    id: ExternalCalendarId,
    kind: z.enum(['icalendar', 'caldav']),
    /** Without what may be secret in it: the host and how the path ends. */
    shownAddress: z.string(),
    /** When its busy times were last known to be right. */
    checkedAt: Instant.nullable(),
    /** Why it cannot be read since; null when all is well. */
    problem: CalendarProblem.nullable(),
    busyCount: z.int().nonnegative(),
  })
  .meta({ id: 'ExternalCalendar' });
export type ExternalCalendar = z.infer<typeof ExternalCalendar>;

/** A specialist's other calendars, and theirs of ours. */
export const calendarRoutes = defineRoutes({
  listExternalCalendars: {
    ...own,
    method: 'get',
    path: '/api/v1/calendar/external',
    summary: 'One’s own calendars of which busy times are read',
    reply: z.object({ calendars: z.array(ExternalCalendar) }),
    status: 200,
  },
  connectExternalCalendar: {
    ...own,
    method: 'post',
    path: '/api/v1/calendar/external',
    summary: 'Read busy times from a calendar of one’s own; it is read at once, so that a wrong address is told',
    body: z.object({
      kind: z.enum(['icalendar', 'caldav']),
      address: IcsLocation,
      username: z.string().max(200).nullable().default(null),
      password: z.string().max(500).nullable().default(null),
    }),
    reply: ExternalCalendar,
    status: 201,
    problems: ['invalid-request'],
  },
  disconnectExternalCalendar: {
    ...own,
    method: 'delete',
    path: '/api/v1/calendar/external/:calendarId',
    summary: 'Read it no more',
    params: z.object({ calendarId: ExternalCalendarId }),
    reply: Nothing,
    status: 204,
  },
  createCalendarFeed: {
    ...own,
    method: 'post',
    path: '/api/v1/calendar/feed',
    summary: 'A private address to subscribe to one’s appointments; an earlier one stops working',
    body: Nothing,
    reply: z.object({ address: z.url() }),
    status: 201,
  },
});
