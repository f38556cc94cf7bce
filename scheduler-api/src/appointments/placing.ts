import type { AccountId, AppointmentId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addDays, dateAt, laterOf, mondayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
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
import type { SchedulesService } from '../schedules/schedules-service.ts';
import type { Specialist, SpecialistsService } from '../specialists/specialists-service.ts';
import type { AppointmentsRepository } from './appointments-repository.ts';
import { type BookingDays, minutesTaken } from './booking-days.ts';
import { ableTo, type SlotSearch } from './slot-search.ts';

/** How many other times somebody is offered whose time is gone. */
const alternativesOffered = 5;
const usualTimeZone = 'Europe/Riga';

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
  /** Those who could take it, the fairest first: who has least to do in that week. */
  async function candidates(wish: PlacingWish): Promise<Specialist[]> {
    const staff = await specialists.listOfInstitution(systemScope, wish.service.institution.id);
    const able = ableTo(staff, wish.service.id, wish.language, wish.specialistId);
    if (able.length < 2) return able;
    const start = epochMilliseconds(wish.startsAt);
    const monday = mondayOf(dateAt(start, usualTimeZone));
    const wall = createWallClock(usualTimeZone);
    const week = { from: wall.day(monday).from, until: wall.day(addDays(monday, 6)).until };
    const read = await days.read({ ...wish, specialists: able, span: week });
    const needsDocumentCamera = wish.service.needsDocumentCamera;
    const kiosks = await days.readKiosks({
      ...wish,
      span: { from: start, until: start + wish.service.minutes * 60_000 },
      needsDocumentCamera,
    });
    const taken = kiosks?.map((kiosk) => kiosk.taken) ?? null;
    const now = epochMilliseconds(clock.now());
    const load = new Map<AccountId, number>();
    for (const { specialistId, day } of read) load.set(specialistId, (load.get(specialistId) ?? 0) + minutesTaken(day));
    const free = new Set(
      read.flatMap(({ specialistId, day, limits }) =>
        canStart(start, day, taken, { terms: wish.service, limits, now }) ? [specialistId] : [],
      ),
    );
    return able
      .filter(({ id }) => free.has(id))
      .toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  }

  /** What of a specialist's and a place's time is free at this moment for the wish; null when it is not. */
  async function look(wish: PlacingWish, specialist: Specialist) {
    const start = epochMilliseconds(wish.startsAt);
    const span = { from: start, until: start + 1 };
    const ask = { ...wish, specialists: [specialist], span, needsDocumentCamera: wish.service.needsDocumentCamera };
    const wholeService = { from: start, until: start + wish.service.minutes * 60_000 };
    const kiosks = await days.readKiosks({ ...ask, span: wholeService });
    const [read] = await days.read(ask);
    if (!read) return null;
    const rules = { terms: wish.service, limits: read.limits, now: epochMilliseconds(clock.now()) };
    const { served, taken } = timesOf(start, rules);
    if (!canStart(start, read.day, kiosks?.map((kiosk) => kiosk.taken) ?? null, rules)) return null;
    return {
      placement: {
        specialistId: specialist.id,
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

  async function slotTaken(wish: PlacingWish): Promise<ProblemError> {
    const today = dateAt(epochMilliseconds(clock.now()), usualTimeZone);
    const wished = dateAt(epochMilliseconds(wish.startsAt), usualTimeZone);
    const firstDay = laterOf(today, wished);
    const { slots } = await search.find({
      serviceId: wish.service.id,
      channel: wish.channel,
      contactPointId: wish.place?.id,
      near: false,
      language: wish.language,
      specialistId: wish.specialistId ?? undefined,
      firstDay,
      lastDay: addDays(firstDay, 14),
      limit: alternativesOffered,
    });
    return new ProblemError('slot-taken', undefined, { alternatives: slots.map(({ startsAt }) => startsAt) });
  }

  /**
   * Tries one specialist in a savepoint, so that whoever is not had is not kept from others: what was locked is free again.
   * @param wait whether to wait for those who are just booking with them
   * @throws NotHad
   */
  const attempt = <Written>(
    wish: PlacingWish,
    specialist: Specialist,
    wait: boolean,
    write: (placement: Placement) => Promise<Written>,
  ): Promise<Written> =>
    db.transaction(async () => {
      if (!(await schedules.lock(specialist.id, { wait }))) throw new NotHad('others-at-it');
      const found = await look(wish, specialist);
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
            if ((await repository.expireHolds(clock.now(), { specialistId: specialist.id, kioskIds })) === 0)
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
      let left = await candidates(wish);
      for (const wait of wish.specialistId === null ? [false, true] : [true]) {
        const othersAtIt: Specialist[] = [];
        for (const specialist of left) {
          try {
            return await attempt(wish, specialist, wait, write);
          } catch (error) {
            if (!(error instanceof NotHad)) throw error;
            if (error.why === 'others-at-it') othersAtIt.push(specialist);
          }
        }
        left = othersAtIt;
      }
      throw await slotTaken(wish);
    },
  };
}
export type Placing = ReturnType<typeof createPlacing>;
