import type { ExternalCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { z } from 'zod';
import type { Network } from '../outbound/allowed-address.ts';
import { type Ask, askCalDav, type Found, mostBytes, Version } from './caldav.ts';
import { type Answer, fetchText } from './fetch-text.ts';
import type { Parser } from './parsing.ts';
import { UnreadableCalendar } from './unreadable.ts';

/** How to get at a calendar: all of it secret. */
export const Access = z.object({
  address: z.url(),
  username: z.string().nullable(),
  password: z.string().nullable(),
});
export type Access = z.infer<typeof Access>;

export type CalendarToRead = {
  kind: ExternalCalendar['kind'];
  access: Access;
  /** As it came with the last reading; null to read it in any case. */
  version: string | null;
  window: Interval;
  /** The specialist's. */
  timeZone: string;
};
export type CalendarRead = { busy: Interval[]; version: string };

/** For all that is asked of one calendar's server, in milliseconds. */
const deadlineMs = 10_000;

/** Reads calendars where they are kept. */
export function createReader({ allowedNetworks, parse }: { allowedNetworks: readonly Network[]; parse: Parser }) {
  /** @returns null when it is as it was @throws UnreadableCalendar */
  return async (calendar: CalendarToRead): Promise<CalendarRead | null> => {
    const signal = AbortSignal.timeout(deadlineMs);
    const { username, password, address } = calendar.access;
    const ask: Ask = (question) =>
      fetchText(
        {
          ...question,
          url: new URL(address),
          credentials: username === null ? null : { username, password: password ?? '' },
        },
        { allowedNetworks, signal },
      ).then(assertGood);
    const known = calendar.version === null ? {} : Version.parse(JSON.parse(calendar.version));
    const found = await (calendar.kind === 'caldav' ? askCalDav : askFile)(ask, address, known, calendar.window);
    if (!found) return null;
    const { kind, window, timeZone } = calendar;
    const busy = await parse({ kind, body: found.body, window, timeZone });
    return { busy, version: JSON.stringify(found.version) };
  };
}
export type Reader = ReturnType<typeof createReader>;

function assertGood(answer: Answer): Answer {
  const { status } = answer;
  if ((status >= 200 && status < 300) || status === 304) return answer;
  throw new UnreadableCalendar(status >= 500 || status === 429 ? 'unreachable' : 'refused');
}

async function askFile(ask: Ask, _address: string, { etag, modified }: Version): Promise<Found> {
  const { status, header, body } = await ask({
    method: 'GET',
    headers: {
      accept: 'text/calendar, */*;q=0.5',
      ...(etag && { 'if-none-match': etag }),
      ...(modified && { 'if-modified-since': modified }),
    },
    mostBytes,
  });
  if (status === 304) return undefined;
  return { body, version: { etag: header('etag'), modified: header('last-modified') } };
}
