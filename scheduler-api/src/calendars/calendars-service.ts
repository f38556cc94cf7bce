import { type ExternalCalendar, unreadableCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { type AccountId, ExternalCalendarId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, type Scope, systemScope } from '../db/scope.ts';
import type { SchedulesService } from '../schedules/schedules-service.ts';
import { seal } from '../seal.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import { type Busy, createBusyRepository } from './busy-repository.ts';
import { createCalendarsRepository, type StoredCalendar } from './calendars-repository.ts';
import { checkedWell, createChecks, windowAt } from './checks.ts';
import { createParser } from './parsing.ts';
import { type Access, type CalendarToRead, createReader } from './reader.ts';
import { UnreadableCalendar } from './unreadable.ts';

const mostCalendars = 10;
/** As much of an address as is shown: it can be a secret that ends it. */
const shownLetters = 6;

export type CalendarWish = { kind: ExternalCalendar['kind'] } & Access;

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'config' | 'logger'> & {
  specialists: Pick<SpecialistsService, 'get'>;
  schedules: Pick<SchedulesService, 'listOf'>;
};

/** Specialists' own calendars, of which only busy times are known. */
export function createCalendarsService(parts: Parts) {
  const { db, clock, ids, config, specialists, schedules } = parts;
  const calendars = createCalendarsRepository(db);
  const busy = createBusyRepository(db);
  const read = createReader({ allowedNetworks: config.calendars.allowedNetworks, parse: createParser() });

  /** The zone of a specialist's schedule. */
  async function timeZoneOf(specialistId: AccountId): Promise<string> {
    const [found] = await schedules.listOf(systemScope, [await specialists.get(systemScope, specialistId)]);
    if (!found) throw new Error(`There is no schedule of ${specialistId}`);
    return found.schedule.timeZone;
  }

  async function readNow(calendar: CalendarToRead) {
    try {
      return await read(calendar);
    } catch (error) {
      throw error instanceof UnreadableCalendar ? unreadableCalendar(error.problem) : error;
    }
  }

  return {
    /** @returns all that touches the time asked for, not cut to it, by specialist and start; some may overlap */
    listBusy: (specialistIds: readonly AccountId[], from: Instant, until: Instant): Promise<Busy[]> =>
      busy.list(systemScope, specialistIds, from, until),

    list: async (scope: Scope, specialistId: AccountId): Promise<ExternalCalendar[]> =>
      (await calendars.list(scope, specialistId)).map(present),

    /** Reads a calendar and keeps it. @throws ProblemError `invalid-request` when it cannot be read: then nothing is kept */
    async connect(scope: OrganisationScope, specialistId: AccountId, wish: CalendarWish): Promise<ExternalCalendar> {
      if ((await calendars.list(scope, specialistId)).length >= mostCalendars) {
        throw new ProblemError('invalid-request', `At most ${mostCalendars} calendars can be connected`);
      }
      const now = clock.now();
      const { kind } = wish;
      const access = accessOf(wish);
      const window = windowAt(now);
      const timeZone = await timeZoneOf(specialistId);
      const found = await readNow({ kind, access, version: null, window, timeZone });
      const id = ExternalCalendarId.parse(ids.uuid());
      const calendar: StoredCalendar = {
        id,
        organisationId: scope.organisationId,
        specialistId,
        kind,
        access: seal(JSON.stringify(access), config.calendars.key, id),
        shownAddress: shownAddress(access.address),
        readAt: now,
        seenVersion: found?.version ?? null,
        ...checkedWell(now),
      };
      const times = found?.busy ?? [];
      await db.transaction(async () => {
        await calendars.insert(calendar);
        await busy.replace(calendar, times);
      });
      return present({ ...calendar, busyCount: times.length });
    },

    /** @throws ProblemError `not-found` */
    async disconnect(scope: Scope, specialistId: AccountId, id: ExternalCalendarId): Promise<void> {
      if (!(await calendars.delete(scope, specialistId, id))) throw new ProblemError('not-found');
    },

    /** Checks those that are due. */
    check: createChecks({ ...parts, calendars, busy, read, timeZoneOf }),
  };
}
export type CalendarsService = ReturnType<typeof createCalendarsService>;

/** `webcal` is another word for https; a user name in the address is no part of it. */
function accessOf({ address, username, password }: CalendarWish): Access {
  const url = new URL(address.replace(/^webcal:/i, 'https:'));
  const inAddress = { username: decoded(url.username), password: decoded(url.password) };
  url.username = '';
  url.password = '';
  url.hash = '';
  const named = inAddress.username === '' ? { username: null, password: null } : inAddress;
  return { address: url.href, ...(username === null ? named : { username, password }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shownAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  const path = pathname + search;
  return path.length > shownLetters * 3 ? `${host}/…${path.slice(-shownLetters)}` : `${host}/…`;
}

const present = (calendar: StoredCalendar & { busyCount: number }): ExternalCalendar => ({
  id: calendar.id,
  kind: calendar.kind,
  shownAddress: calendar.shownAddress,
  checkedAt: calendar.checkedAt,
  problem: calendar.problem,
  busyCount: calendar.busyCount,
});
