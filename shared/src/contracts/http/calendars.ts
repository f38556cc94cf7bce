import { z } from 'zod';
import { ExternalCalendarId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../messages.ts';
import { defineRoutes } from './route.ts';

const own = { tag: 'Calendars', permission: 'calendar.own' } as const;

const IcsLocation = z
  .url({ protocol: /^(https?|webcal)$/, error: 'An http, https or webcal address is needed' })
  .max(2_000);

/** A specialist's own calendar, of which only busy times are read. */
export const ExternalCalendar = z
  .object({
    id: ExternalCalendarId,
    kind: z.enum(['icalendar', 'caldav']),
    /** Without what may be secret in it: the host and how the path ends. */
    shownAddress: z.string(),
    checkedAt: Instant.nullable(),
    /** Why it could not be read, in plain words; null when all is well. */
    problem: z
      .enum(['unreachable', 'refused', 'not-a-calendar', 'too-large', 'too-slow', 'address-not-allowed'])
      .nullable(),
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
