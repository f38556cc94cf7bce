import type { AccountId } from '../ids.ts';
import type { PriorityClass } from '../queue-ticket.ts';
import { arrivalAt } from '../scheduling/appointment.ts';
import type { BookedDay } from './book-day.ts';
import { instantAt, opensAt } from './day.ts';
import type { Demand, Visitor } from './demand.ts';

/** Somebody who comes in through the door. */
export type Arrival = {
  visitor: Visitor;
  priority: PriorityClass;
  /** Minute of the day. */
  cameAt: number;
  /** From when their waiting counts: coming before the appointed time gains nothing. */
  since: number;
  /** The appointed time; null without an appointment. */
  startsAt: number | null;
  forSpecialist: AccountId | null;
};

const classOf = {
  'too-early': 'booked',
  early: 'booked',
  'on-time': 'booked',
  late: 'late',
  missed: 'walk-in',
} as const;

/** Everyone who comes, in order. Whoever missed their appointment stands in line with those who walk in. */
export function listArrivals({ walkIn }: Demand, { bookings, turnedAway }: BookedDay): Arrival[] {
  const booked = bookings.flatMap(({ visitor, specialistId, startsAt }): Arrival[] => {
    if (visitor.lateBy === null) return [];
    const cameAt = Math.max(opensAt, startsAt + visitor.lateBy);
    const priority = classOf[arrivalAt(instantAt(startsAt), instantAt(cameAt))];
    const forSpecialist = priority === 'walk-in' ? null : specialistId;
    return [{ visitor, priority, cameAt, since: Math.max(startsAt, cameAt), startsAt, forSpecialist }];
  });
  const withoutTime = [...walkIn, ...turnedAway.filter(({ walksInInstead }) => walksInInstead)];
  const others = withoutTime.map((visitor): Arrival => {
    const cameAt = visitor.wantedAt;
    const priority = visitor.priority ? 'priority' : 'walk-in';
    return { visitor, priority, cameAt, since: cameAt, startsAt: null, forSpecialist: null };
  });
  return [...booked, ...others].toSorted((a, b) => a.cameAt - b.cameAt || a.visitor.id - b.visitor.id);
}
