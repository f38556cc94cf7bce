import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { addMilliseconds, epochMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { unseal } from '../seal.ts';
import type { createBusyRepository } from './busy-repository.ts';
import type { Checked, createCalendarsRepository, StoredCalendar } from './calendars-repository.ts';
import { Access, type Reader } from './reader.ts';
import { UnreadableCalendar } from './unreadable.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const usualMs = 15 * minuteMs;
const longestMs = 6 * 60 * minuteMs;
/** By then a check is over, whatever its server does; if this server is not there any more, another makes it. */
const claimMs = 5 * minuteMs;
const mostInARun = 200;
const mostAtOnce = 8;

/** The days of which busy times are kept. */
export const windowAt = (now: Instant): Interval => ({
  from: epochMilliseconds(now) - 2 * dayMs,
  until: epochMilliseconds(now) + 120 * dayMs,
});

const jitter = () => 0.8 + Math.random() * 0.4;

/** Around a quarter of an hour, longer after each failure, and never all at the same time. */
export const nextCheck = (now: Instant, failures: number): Instant =>
  addMilliseconds(now, Math.round(Math.min(usualMs * 2 ** Math.max(0, failures - 1), longestMs) * jitter()));

/** What a good check leaves behind. */
export const checkedWell = (now: Instant) => ({
  checkedAt: now,
  nextCheckAt: nextCheck(now, 0),
  problem: null,
  failures: 0,
});

type Parts = Pick<Context, 'db' | 'clock' | 'config' | 'logger'> & {
  calendars: ReturnType<typeof createCalendarsRepository>;
  busy: ReturnType<typeof createBusyRepository>;
  read: Reader;
  timeZoneOf: (specialistId: AccountId) => Promise<string>;
};

/** Checks all calendars again and again. One that cannot be read keeps the busy times that are known of it. */
export function createChecks({ db, clock, config, logger, calendars, busy, read, timeZoneOf }: Parts) {
  async function check(calendar: StoredCalendar): Promise<void> {
    const begun = clock.now();
    if (!(await calendars.claim(calendar, addMilliseconds(begun, claimMs)))) return;
    try {
      // Also of a calendar that does not change there are new days every day.
      const isOld = calendar.readAt === null || isDue(addMilliseconds(calendar.readAt, dayMs), begun);
      const found = await read({
        kind: calendar.kind,
        access: Access.parse(JSON.parse(unseal(calendar.access, config.calendars.key, calendar.id))),
        version: isOld ? null : calendar.seenVersion,
        window: windowAt(begun),
        timeZone: await timeZoneOf(calendar.specialistId),
      });
      await db.transaction(async () => {
        const checked: Checked = checkedWell(begun);
        const news = found ? { readAt: begun, seenVersion: found.version } : {};
        const isStillThere = await calendars.save(calendar.id, { ...checked, ...news });
        if (isStillThere && found) await busy.replace(calendar, found.busy);
      });
    } catch (error) {
      const isExpected = error instanceof UnreadableCalendar;
      const problem = isExpected ? error.problem : 'unreachable';
      if (!isExpected) logger.error({ err: error, calendarId: calendar.id }, 'a calendar could not be checked');
      const failures = calendar.failures + 1;
      await calendars.save(calendar.id, { problem, failures, nextCheckAt: nextCheck(begun, failures) });
    }
  }

  return async (): Promise<void> => {
    const due = await calendars.listDue(clock.now(), mostInARun);
    const workers = Array.from({ length: mostAtOnce }, async () => {
      for (let next = due.shift(); next; next = due.shift()) await check(next);
    });
    await Promise.all(workers);
  };
}
