import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { calendarQuery, propfind } from 'tsdav';
import { z } from 'zod';
import type { Answer, Question } from './fetch-text.ts';
import { UnreadableCalendar } from './unreadable.ts';

/** Asks the calendar's server; only good answers come back. */
export type Ask = (question: Pick<Question, 'method' | 'headers' | 'body' | 'mostBytes'>) => Promise<Answer>;

/** What a server said of the version that it gave. */
export const Version = z.object({
  etag: z.string().optional(),
  modified: z.string().optional(),
  ctag: z.string().optional(),
});
export type Version = z.infer<typeof Version>;

/** Undefined when it is as it was. */
export type Found = { body: string; version: Version } | undefined;

export const mostBytes = 5_000_000;
const mostBytesAboutIt = 64_000;

const Collection = z.object({
  props: z.object({
    resourcetype: z.object({ calendar: z.unknown() }).refine((type) => 'calendar' in type),
    getctag: z.coerce.string().optional(),
  }),
});

/**
 * Asks a CalDAV collection for its events within a window, unless its tag says that nothing has changed.
 * @throws UnreadableCalendar `not-a-calendar` for what is no collection of events
 */
export async function askCalDav(ask: Ask, address: string, { ctag }: Version, window: Interval): Promise<Found> {
  const [described] = await propfind({
    url: address,
    props: { 'd:resourcetype': {}, 'cs:getctag': {} },
    depth: '0',
    fetch: async (_url, init) => {
      const { body } = await ask({ ...questionOf('PROPFIND', init), mostBytes: mostBytesAboutIt });
      return new Response(body, { status: 207, headers: { 'content-type': 'application/xml' } });
    },
  });
  const collection = Collection.safeParse(described).data;
  if (!collection) throw new UnreadableCalendar('not-a-calendar');
  const { getctag } = collection.props;
  if (getctag !== undefined && getctag === ctag) return undefined;

  // What is found can be large: it is not taken apart here, but where it may take its time.
  let body = '';
  const time = (instant: number) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const range = { _attributes: { start: time(window.from), end: time(window.until) } };
  await calendarQuery({
    url: address,
    props: { 'c:calendar-data': {} },
    filters: {
      'comp-filter': {
        _attributes: { name: 'VCALENDAR' },
        'comp-filter': { _attributes: { name: 'VEVENT' }, 'time-range': range },
      },
    },
    depth: '1',
    fetch: async (_url, init) => {
      ({ body } = await ask({ ...questionOf('REPORT', init), mostBytes }));
      return new Response(null, { status: 207 });
    },
  });
  return { body, version: { ctag: getctag } };
}

const questionOf = (method: 'PROPFIND' | 'REPORT', init: RequestInit | undefined) => ({
  method,
  headers: Object.fromEntries(new Headers(init?.headers)),
  body: typeof init?.body === 'string' ? init.body : undefined,
});
