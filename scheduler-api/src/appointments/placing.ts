import type { AccountId, AppointmentId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addDays, dateAt, mondayOf, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { overlaps } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { canStart, timesOf } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { isOverlap } from '../db/retry.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueEntry } from '../organisations/catalogue-service.ts';
import type { ContactPoint } from '../organisations/contact-points-service.ts';
import type { SchedulesService, SpecialistSchedule } from '../schedules/schedules-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { AppointmentsRepository } from './appointments-repository.ts';
import { type BookingDays, type BookingFrame, takenTimes } from './booking-days.ts';
import { ableTo, type SlotSearch } from './slot-search.ts';

/** How many other times somebody is offered whose time is gone. */
const alternativesOffered = 5;
const daysLookedAt = 14;

export type PlacingWish = {
  service: CatalogueEntry;
  startsAt: Instant;
  channel: Channel;
  place: ContactPoint | null;
  language: Language;
  /** Null for the fairest of those who are free. */
  specialistId: AccountId | null;
  /** The appointment that moves: its own time is not in its way. */
  except?: AppointmentId;
};

/** Whose time and which kiosk an appointment gets. */
export type Placement = {
  specialistId: AccountId;
  kioskId: KioskId | null;
  startsAt: Instant;
  endsAt: Instant;
  takenFrom: Instant;
  takenUntil: Instant;
};

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: AppointmentsRepository;
  days: BookingDays;
  search: SlotSearch;
  schedules: SchedulesService;
  specialists: SpecialistsService;
};

class NotHad extends Error {
  readonly why: 'taken' | 'others-at-it';
  constructor(why: NotHad['why']) {
    super(why);
    this.why = why;
  }
}

/** Gives an appointment its time: the one place where a specialist and a kiosk are chosen, inside the transaction. */
export function createPlacing({ db, clock, repository, days, search, schedules, specialists }: Needs) {
  /** Who could take it, by their schedules. */
  async function frameOf({ service, channel, place, language, specialistId }: PlacingWish): Promise<BookingFrame> {
    const staff = await specialists.listOfInstitution(systemScope, service.institution.id);
    const able = ableTo(staff, service.id, language, specialistId);
    return days.frame({ service, channel, place, specialists: able });
  }

  /** Of those who are free, the fairest first: who has the fewest appointments in that week. */
  async function inFairOrder(frame: BookingFrame, wish: PlacingWish): Promise<SpecialistSchedule[]> {
    if (frame.schedules.length < 2) return frame.schedules;
    const start = epochMilliseconds(wish.startsAt);
    const { days: read, kiosks } = await days.read(frame, { from: start, until: start + 1 }, wish.except);
    const taken = takenTimes(kiosks);
    const now = epochMilliseconds(clock.now());
    const free = new Set(
      read.flatMap(({ specialistId, day, limits }) =>
        canStart(start, day, taken, { terms: wish.service, limits, now }) ? [specialistId] : [],
      ),
    );
    if (free.size < 2) return frame.schedules.filter(({ specialistId }) => free.has(specialistId));
    const monday = mondayOf(dateAt(start, usualTimeZone));
    const wall = createWallClock(usualTimeZone);
    const [from, until] = [wall.day(monday).from, wall.day(addDays(monday, 6)).until].map(instantFrom);
    const load = from && until ? await repository.countTaken([...free], from, until) : new Map<AccountId, number>();
    const loadOf = ({ specialistId }: SpecialistSchedule) => load.get(specialistId) ?? 0;
    return frame.schedules
      .filter(({ specialistId }) => free.has(specialistId))
      .toSorted((a, b) => loadOf(a) - loadOf(b) || (a.specialistId < b.specialistId ? -1 : 1));
  }

  /** What of a specialist's and a place's time is free at this moment for the wish; null when it is not. */
  async function look(frame: BookingFrame, wish: PlacingWish) {
    const start = epochMilliseconds(wish.startsAt);
    const { days: read, kiosks } = await days.read(frame, { from: start, until: start + 1 }, wish.except);
    const [found] = read;
    if (!found) return null;
    const rules = { terms: wish.service, limits: found.limits, now: epochMilliseconds(clock.now()) };
    if (!canStart(start, found.day, takenTimes(kiosks), rules)) return null;
    const { served, taken } = timesOf(start, rules);
    return {
      placement: {
        specialistId: found.specialistId,
        startsAt: instantFrom(served.from),
        endsAt: instantFrom(served.until),
        takenFrom: instantFrom(taken.from),
        takenUntil: instantFrom(taken.until),
      },
      kioskIds: kiosks
        ? kiosks.filter((kiosk) => !kiosk.taken.some((one) => overlaps(one, served))).map(({ id }) => id)
        : [null],
    };
  }

  async function slotTaken(frame: BookingFrame, { startsAt }: PlacingWish): Promise<ProblemError> {
    const firstDay = dateAt(epochMilliseconds(startsAt), usualTimeZone);
    const lastDay = addDays(firstDay, daysLookedAt);
    const { slots } = await search.soonest([frame], { firstDay, lastDay, limit: alternativesOffered });
    return new ProblemError('slot-taken', undefined, { alternatives: slots.map((slot) => slot.startsAt) });
  }

  /** The manager has changed the schedule since it was read. */
  const reread = ({ service, channel, place }: BookingFrame, { specialistId: id, institutionId }: SpecialistSchedule) =>
    days.frame({ service, channel, place, specialists: [{ id, institutionId }] });

  /**
   * Tries one specialist in a savepoint, so that whoever is not had is not kept from others: what was locked is free again.
   * @param wait whether to wait for those who are just booking with them
   * @throws NotHad
   */
  const attempt = <Written>(
    frame: BookingFrame,
    wish: PlacingWish,
    wait: boolean,
    write: (placement: Placement) => Promise<Written>,
  ): Promise<Written> =>
    db.transaction(async () => {
      const [one] = frame.schedules;
      const version = one && (await schedules.lock(one.specialistId, { wait }));
      if (!one || version === null) throw new NotHad('others-at-it');
      const found = await look(version === one.version ? frame : await reread(frame, one), wish);
      if (!found) throw new NotHad('taken');
      let othersAtIt = false;
      for (const kioskId of found.kioskIds) {
        if (kioskId && !(await repository.lockKiosk(kioskId, { wait }))) {
          othersAtIt = true;
          continue;
        }
        const attemptToWrite = () => db.transaction(() => write({ ...found.placement, kioskId }));
        try {
          return await attemptToWrite().catch(async (error) => {
            if (!isOverlap(error)) throw error;
            // What is in the way may be a hold that is over and that nobody has swept up.
            const kioskIds = kioskId ? [kioskId] : [];
            if ((await repository.expireHolds(clock.now(), { specialistId: one.specialistId, kioskIds })) === 0)
              throw error;
            return attemptToWrite();
          });
        } catch (error) {
          if (!isOverlap(error)) throw error;
        }
      }
      throw new NotHad(othersAtIt ? 'others-at-it' : 'taken');
    });

  return {
    /**
     * Finds who and where, and lets `write` write it down. Of many, first those with whom nobody is just booking; then the
     * others are waited for, one after another. Nobody waits while holding what another waits for: there is no deadlock.
     * @throws ProblemError `slot-taken`, with the next free times
     */
    async place<Written>(wish: PlacingWish, write: (placement: Placement) => Promise<Written>): Promise<Written> {
      const frame = await frameOf(wish);
      let left = await inFairOrder(frame, wish);
      for (const wait of wish.specialistId === null ? [false, true] : [true]) {
        const othersAtIt: SpecialistSchedule[] = [];
        for (const specialist of left) {
          try {
            return await attempt({ ...frame, schedules: [specialist] }, wish, wait, write);
          } catch (error) {
            if (!(error instanceof NotHad)) throw error;
            if (error.why === 'others-at-it') othersAtIt.push(specialist);
          }
        }
        left = othersAtIt;
      }
      throw await slotTaken(frame, wish);
    },
  };
}
export type Placing = ReturnType<typeof createPlacing>;
