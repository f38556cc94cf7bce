import type { KioskId } from '../ids.ts';
import { countsFrom, type HeadStarts } from '../queue-ticket.ts';
import type { Instant } from '../time.ts';
import { type Candidate, isKeptFor, type LineEntry, matchLine } from '../waiting-line.ts';
import type { Arrival } from './arrivals.ts';
import type { Booking } from './book-day.ts';
import { closesAt, instantAt, minuteMs, msAt, opensAt } from './day.ts';
import type { ServiceWorld, SimulatedSpecialist } from './service-world.ts';

export type Served = Arrival & { startedAt: number };
export type DayRun = {
  served: Served[];
  /** Who was still waiting when the day was given up. */
  unserved: Arrival[];
  /** Of specialists, within their working time and after it. */
  busyMinutes: number;
  workingMinutes: number;
  overtimeMinutes: number;
};

/** From the call of a number until both sit. */
const settlingMinutes = 1;
/** Whoever is inside at closing time is still served, but not for ever. */
const givenUpAt = 21 * 60;

type Desk = {
  specialist: SimulatedSpecialist;
  busyUntil: number;
  idleSince: Instant;
  own: { at: Instant; id: number }[];
};
type Waiting = { arrival: Arrival; entry: LineEntry };

/**
 * A day, minute by minute: each institution's line is matched as it is in earnest, each contact point has its kiosks, and
 * specialists are busy until they have written up what was said.
 */
export function runDay(
  world: ServiceWorld,
  arrivals: readonly Arrival[],
  bookings: readonly Booking[],
  headStarts: HeadStarts,
): DayRun {
  const desks = createDesks(world, bookings);
  const kiosksBusyUntil = new Map<KioskId, number>();
  const lines = world.institutions.map((): Waiting[] => []);
  const run: DayRun = { served: [], unserved: [], busyMinutes: 0, workingMinutes: 0, overtimeMinutes: 0 };
  run.workingMinutes = world.specialists.reduce((sum, { working }) => sum + minutesWithin(working, 0, 1440), 0);
  let next = 0;

  for (let minute = opensAt; minute < givenUpAt; minute += 1) {
    const now = instantAt(minute);
    for (let arrival = arrivals[next]; arrival && arrival.cameAt <= minute; arrival = arrivals[next]) {
      lines[arrival.visitor.service.institution]?.push({ arrival, entry: toEntry(arrival, headStarts) });
      next += 1;
    }
    if (next === arrivals.length && lines.every((line) => line.length === 0)) break;
    // Each minute another institution chooses its kiosks first.
    for (const turn of lines.keys()) {
      const institution = (turn + minute) % lines.length;
      const line = lines[institution] ?? [];
      if (line.length === 0) continue;
      const isFree = (kiosk: KioskId) => (kiosksBusyUntil.get(kiosk) ?? 0) <= minute;
      const entries = line.map(({ arrival, entry }) => ({
        ...entry,
        kiosks: world.contactPoints[arrival.visitor.contactPoint]?.kiosks.filter(isFree) ?? [],
      }));
      const staff = desks.filter(
        ({ specialist }) =>
          specialist.institution === institution &&
          (isAtWork(specialist, minute) || isAwaited(specialist, line, minute)),
      );
      const candidates = staff.map((desk) => toCandidate(desk, entries, line, minute, now));
      for (const match of matchLine(entries, candidates, now)) {
        const index = line.findIndex(({ entry }) => entry.id === match.id);
        const [waiting] = line.splice(index, 1);
        const desk = staff.find(({ specialist }) => specialist.id === match.specialistId);
        if (!waiting || !desk) continue;
        const { visitor } = waiting.arrival;
        run.served.push({ ...waiting.arrival, startedAt: minute });
        const leavesAt = minute + settlingMinutes + visitor.serviceMinutes;
        if (match.kioskId) kiosksBusyUntil.set(match.kioskId, leavesAt);
        desk.busyUntil = leavesAt + visitor.wrapUpMinutes;
        desk.idleSince = instantAt(desk.busyUntil);
        desk.own = desk.own.filter(({ id }) => id !== visitor.id);
        const within = minutesWithin(desk.specialist.working, minute, desk.busyUntil);
        run.busyMinutes += within;
        run.overtimeMinutes += desk.busyUntil - minute - within;
      }
    }
  }
  run.unserved = lines.flat().map(({ arrival }) => arrival);
  return run;
}

function createDesks(world: ServiceWorld, bookings: readonly Booking[]): Desk[] {
  const own = Map.groupBy(bookings, ({ specialistId }) => specialistId);
  const idleSince = instantAt(opensAt);
  return world.specialists.map((specialist) => ({
    specialist,
    busyUntil: 0,
    idleSince,
    own: (own.get(specialist.id) ?? [])
      .toSorted((a, b) => a.startsAt - b.startsAt)
      .map(({ startsAt, visitor }) => ({ at: instantAt(startsAt), id: visitor.id })),
  }));
}

const isAtWork = ({ working }: SimulatedSpecialist, minute: number) =>
  minute >= closesAt || working.some(({ from, until }) => from <= msAt(minute) && msAt(minute) < until);

/** Nobody goes to lunch while the citizen of their appointment waits. */
const isAwaited = ({ id }: SimulatedSpecialist, line: readonly Waiting[], minute: number) =>
  line.some(({ arrival }) => arrival.forSpecialist === id && arrival.since <= minute);

function toEntry({ visitor, priority, since, forSpecialist }: Arrival, headStarts: HeadStarts): LineEntry {
  return {
    id: String(visitor.id).padStart(6, '0'),
    countsFrom: countsFrom(instantAt(since), priority, headStarts),
    waitsSince: instantAt(since),
    serviceId: visitor.service.id,
    minutes: visitor.service.minutes,
    language: visitor.language,
    forSpecialist,
    passedBy: new Set(),
    kiosks: [],
  };
}

function toCandidate(
  desk: Desk,
  entries: readonly LineEntry[],
  line: readonly Waiting[],
  minute: number,
  now: Instant,
): Candidate {
  const { specialist, busyUntil, idleSince, own } = desk;
  const isHere = ({ forSpecialist, kiosks }: LineEntry, startsAt: number | null | undefined) =>
    forSpecialist === specialist.id &&
    kiosks?.length !== 0 &&
    typeof startsAt === 'number' &&
    isKeptFor(instantAt(startsAt), now);
  return {
    specialistId: specialist.id,
    idleSince,
    busy: busyUntil > minute,
    skills: specialist.skills,
    backupFor: new Set(),
    languages: specialist.languages,
    keptForOwn: entries.some((entry, index) => isHere(entry, line[index]?.arrival.startsAt)),
    nextAppointmentAt: own.find(({ at }) => at > now)?.at ?? null,
  };
}

const minutesWithin = (working: SimulatedSpecialist['working'], from: number, until: number): number =>
  working.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.until, msAt(until)) - Math.max(one.from, msAt(from))) / minuteMs,
    0,
  );
