import type { AccountId, KioskId } from './ids.ts';
import { addMilliseconds, type Instant, isDue } from './time.ts';

/** A specialist as the line sees them. */
export type Candidate = {
  specialistId: AccountId;
  /** Free since: the end of the last consultation or the moment they became available. */
  idleSince: Instant;
  /** Ring already for someone else, or in a call. */
  busy: boolean;
  skills: ReadonlySet<string>;
  /** Services for which they only step in when the others are too few. */
  backupFor: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  /** The citizen of their own appointment is here and can begin: they are rung for nobody else. */
  keptForOwn: boolean;
  /** When their next appointment begins; null when none is near. */
  nextAppointmentAt: Instant | null;
};

/** Somebody who waits: at a kiosk, or in the room with a number. */
export type LineEntry<Id extends string = string> = {
  id: Id;
  /** From when their waiting counts; a head start has been taken off. The line's order. */
  countsFrom: Instant;
  /** From when specialists can be asked for them. */
  waitsSince: Instant;
  serviceId: string;
  /** What the service usually takes. */
  minutes: number;
  language: string;
  /** Whose citizen it is: booked with them, passed on to them, or they had the case. */
  forSpecialist: AccountId | null;
  /** Who declined or did not answer in the present round. */
  passedBy: ReadonlySet<AccountId>;
  /** Free kiosks to which they can be called, the best first; null for one who has a kiosk. */
  kiosks: readonly KioskId[] | null;
};

export type Match<Id extends string = string> = { id: Id; specialistId: AccountId; kioskId: KioskId | null };

/** How long somebody waits, in milliseconds, before anyone but their own specialist is asked, who is at work and can serve them. */
export const ownFirstMs = 2 * 60_000;
/** How long somebody waits, in milliseconds, before backups are asked while others who can serve them are at work. */
export const overflowMs = 5 * 60_000;
/** How long before an appointment its specialist is kept for it, in milliseconds, once the citizen is here. */
const keptBeforeMs = 3 * 60_000;

export const canServe = (
  candidate: Pick<Candidate, 'skills' | 'languages'>,
  entry: Pick<LineEntry, 'serviceId' | 'language'>,
) => candidate.skills.has(entry.serviceId) && candidate.languages.has(entry.language);

/** Whether a specialist is kept for an appointment whose citizen is here and can begin. */
export const isKeptFor = (startsAt: Instant, now: Instant): boolean =>
  isDue(addMilliseconds(startsAt, -keptBeforeMs), now);

/**
 * Whether a specialist may be asked now, whoever else may. With time, everyone who can serve an entry may be: one's own
 * specialist is waited for two minutes, backups stand aside for five, and an appointment keeps its specialist only while
 * its citizen can begin.
 */
function mayBeAsked(candidate: Candidate, entry: LineEntry, atWork: readonly Candidate[], now: Instant): boolean {
  if (!canServe(candidate, entry)) return false;
  const own = entry.forSpecialist;
  if (candidate.specialistId === own) return true;
  if (candidate.keptForOwn) return false;
  const waitedFor = (milliseconds: number) => isDue(addMilliseconds(entry.waitsSince, milliseconds), now);
  const ownIsThere = atWork.some((one) => one.specialistId === own && canServe(one, entry) && !entry.passedBy.has(own));
  if (ownIsThere && !waitedFor(ownFirstMs)) return false;
  const others = () => atWork.some((one) => canServe(one, entry) && !one.backupFor.has(entry.serviceId));
  return !candidate.backupFor.has(entry.serviceId) || waitedFor(overflowMs) || !others();
}

/** Whether an own appointment would begin before the service is over. */
const isPressed = ({ nextAppointmentAt }: Candidate, { minutes }: LineEntry, now: Instant) =>
  nextAppointmentAt !== null && nextAppointmentAt < addMilliseconds(now, minutes * 60_000);

/**
 * Who is rung for whom, and who is called to which kiosk: the line is served in its order, each by their own specialist or
 * else by the one idle longest of those who may be asked and have not passed; one whose appointment is near comes last.
 * Specialists, kiosks and entries appear at most once in the result.
 * @param candidates who is at work, busy or not
 */
export function matchLine<Id extends string>(
  line: readonly LineEntry<Id>[],
  candidates: readonly Candidate[],
  now: Instant,
): Match<Id>[] {
  const free = new Set(
    candidates
      .filter((candidate) => !candidate.busy)
      .toSorted((a, b) => compare(a.idleSince, b.idleSince) || compare(a.specialistId, b.specialistId)),
  );
  const usedKiosks = new Set<KioskId>();
  const matches: Match<Id>[] = [];
  for (const entry of line.toSorted((a, b) => compare(a.countsFrom, b.countsFrom) || compare(a.id, b.id))) {
    const kioskId = entry.kiosks?.find((kiosk) => !usedKiosks.has(kiosk)) ?? null;
    if (entry.kiosks && kioskId === null) continue;
    const able = [...free].filter(
      (candidate) => !entry.passedBy.has(candidate.specialistId) && mayBeAsked(candidate, entry, candidates, now),
    );
    const chosen =
      able.find(({ specialistId }) => specialistId === entry.forSpecialist) ??
      able.find((candidate) => !isPressed(candidate, entry, now)) ??
      able[0];
    if (!chosen) continue;
    free.delete(chosen);
    if (kioskId) usedKiosks.add(kioskId);
    matches.push({ id: entry.id, specialistId: chosen.specialistId, kioskId });
  }
  return matches;
}

/**
 * Whether everyone who may be asked for the entry has passed on it, so that those still there may be asked again.
 * An entry that nobody at all can serve just waits.
 */
export function roundIsOver(entry: LineEntry, candidates: readonly Candidate[], now: Instant): boolean {
  const able = candidates.filter((candidate) => mayBeAsked(candidate, entry, candidates, now));
  return able.length > 0 && able.every((candidate) => entry.passedBy.has(candidate.specialistId));
}

export type Standing = { place: number; serving: number; free: number };

type Standpoint = Pick<LineEntry, 'countsFrom' | 'serviceId' | 'language'>;

/**
 * Where an entry stands: only those ahead who compete for the same specialists are counted, so that a long line for another
 * service worries nobody. A newcomer is an entry that comes now.
 * @param staff who is at work
 * @returns place from 1, how many of the staff can serve the entry, and how many of those are free now
 */
export function standing(
  entry: Standpoint,
  line: readonly Standpoint[],
  staff: readonly Pick<Candidate, 'skills' | 'languages' | 'busy'>[],
): Standing {
  const able = staff.filter((one) => canServe(one, entry));
  const ahead = line.filter(
    (other) => other.countsFrom < entry.countsFrom && (able.length === 0 || able.some((one) => canServe(one, other))),
  );
  return { place: ahead.length + 1, serving: able.length, free: able.filter((one) => !one.busy).length };
}

/** Minutes until someone who is free answers. */
const answerMinutes = 2;

/**
 * The wait that can honestly be told, in whole minutes, as a range: short for those whom the free can take at once, then
 * a round of consultations for each time that all who serve are taken.
 * @param each minutes that a consultation takes, when it is short and when it is long
 * @returns null when nobody serves it now: no number would be true
 */
export function estimateWait(
  { place, serving, free }: Standing,
  each: { lower: number; upper: number },
): { from: number; to: number } | null {
  if (serving === 0) return null;
  const rounds = Math.max(0, place - free) / serving;
  const from = Math.max(0, Math.floor((rounds - 1) * each.lower));
  return { from, to: Math.max(from + answerMinutes, Math.ceil(rounds * each.upper)) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
