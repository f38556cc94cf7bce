import type { AccountId, ConsultationId } from './ids.ts';
import type { Instant } from './time.ts';

/** A specialist as the line sees them. */
export type Candidate = {
  specialistId: AccountId;
  /** Free since: the end of the last consultation or the moment they became available. */
  idleSince: Instant;
  /** Ring already for someone else, or in a call. */
  busy: boolean;
  skills: ReadonlySet<string>;
  languages: ReadonlySet<string>;
};

export type LineEntry = {
  consultationId: ConsultationId;
  askedAt: Instant;
  serviceId: string;
  language: string;
  /** Who declined or did not answer in the present round. */
  passedBy: ReadonlySet<AccountId>;
};

export const canServe = (
  candidate: Pick<Candidate, 'skills' | 'languages'>,
  entry: Pick<LineEntry, 'serviceId' | 'language'>,
) => candidate.skills.has(entry.serviceId) && candidate.languages.has(entry.language);

/**
 * Who is rung for whom: the line is served in the order of asking, each by the one idle longest of those who can take it
 * and have not passed on it. Specialists and entries appear at most once in the result.
 */
export function matchLine(
  line: readonly LineEntry[],
  candidates: readonly Candidate[],
): Array<{ consultationId: ConsultationId; specialistId: AccountId }> {
  const free = candidates
    .filter((candidate) => !candidate.busy)
    .toSorted((a, b) => compare(a.idleSince, b.idleSince) || compare(a.specialistId, b.specialistId));
  const matches: Array<{ consultationId: ConsultationId; specialistId: AccountId }> = [];
  for (const entry of line.toSorted(
    (a, b) => compare(a.askedAt, b.askedAt) || compare(a.consultationId, b.consultationId),
  )) {
    const index = free.findIndex(
      (candidate) => canServe(candidate, entry) && !entry.passedBy.has(candidate.specialistId),
    );
    const [chosen] = index < 0 ? [] : free.splice(index, 1);
    if (chosen) matches.push({ consultationId: entry.consultationId, specialistId: chosen.specialistId });
  }
  return matches;
}

/**
 * Whether everyone who could take the entry has passed on it, so that those still there may be asked again.
 * An entry that nobody at all can serve just waits.
 */
export function roundIsOver(entry: LineEntry, candidates: readonly Candidate[]): boolean {
  const able = candidates.filter((candidate) => canServe(candidate, entry));
  return able.length > 0 && able.every((candidate) => entry.passedBy.has(candidate.specialistId));
}

export type Standing = { place: number; serving: number; free: number };

/**
 * Where an entry stands: only those ahead who compete for the same specialists are counted, so that a long line for another
 * service worries nobody. A newcomer is an entry that asks now.
 * @param staff who is at work
 * @returns place from 1, how many of the staff can serve the entry, and how many of those are free now
 */
export function standing(
  entry: Pick<LineEntry, 'askedAt' | 'serviceId' | 'language'>,
  line: readonly Pick<LineEntry, 'askedAt' | 'serviceId' | 'language'>[],
  staff: readonly Pick<Candidate, 'skills' | 'languages' | 'busy'>[],
): Standing {
  const able = staff.filter((one) => canServe(one, entry));
  const ahead = line.filter(
    (other) => other.askedAt < entry.askedAt && (able.length === 0 || able.some((one) => canServe(one, other))),
  );
  return { place: ahead.length + 1, serving: able.length, free: able.filter((one) => !one.busy).length };
}

/** Minutes until someone who is free answers. */
const answerMinutes = 2;

/**
 * The wait that can honestly be told, in whole minutes, as a range: short for those whom the free can take at once, then
 * a round of consultations for each time that all who serve are taken.
 * @returns null when nobody serves it now: no number would be true
 */
export function estimateWait(
  { place, serving, free }: Standing,
  minutesEach: number,
): { from: number; to: number } | null {
  if (serving === 0) return null;
  const rounds = Math.max(0, place - free) / serving;
  const from = Math.max(0, Math.floor((rounds - 1) * minutesEach));
  return { from, to: Math.max(from + answerMinutes, Math.ceil(rounds * minutesEach)) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
