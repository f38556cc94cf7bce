import { z } from 'zod';
import { ProblemError } from '../problems.ts';
import { addMilliseconds, type Instant, isDue, millisecondsBetween } from '../time.ts';

/**
 * An appointment's life, in FHIR's words. `pending` is a hold: it keeps the time for a few minutes while somebody decides.
 *
 *     pending → booked → arrived → fulfilled
 *        │        ├─────────┼→ noshow
 *        └────────┴─────────┴→ cancelled         booked → fulfilled, when nobody noted the arrival
 */
export const appointmentStates = ['pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow'] as const;
export const AppointmentState = z.enum(appointmentStates);
export type AppointmentState = z.infer<typeof AppointmentState>;

/** States in which nobody else can have the time. */
export const takingStates = ['pending', 'booked', 'arrived'] as const satisfies AppointmentState[];

export const cancelReasons = ['citizen', 'institution', 'contact-point', 'hold-expired', 'hold-released'] as const;
export const CancelReason = z.enum(cancelReasons);
export type CancelReason = z.infer<typeof CancelReason>;

export type AppointmentFacts = {
  state: AppointmentState;
  startsAt: Instant;
  /** Until when a hold keeps the time. */
  heldUntil: Instant | null;
  arrivedAt: Instant | null;
  closedAt: Instant | null;
  cancelReason: CancelReason | null;
};

export type AppointmentCommand =
  | { kind: 'confirm' }
  | { kind: 'move' }
  | { kind: 'arrive' }
  | { kind: 'fulfil' }
  | { kind: 'miss' }
  | { kind: 'cancel'; reason: CancelReason };

const allowedFrom: Record<AppointmentCommand['kind'], readonly AppointmentState[]> = {
  confirm: ['pending'],
  move: ['booked'],
  arrive: ['booked'],
  fulfil: ['booked', 'arrived'],
  miss: ['booked', 'arrived'],
  cancel: ['pending', 'booked', 'arrived'],
};

/**
 * The facts after a command.
 * @throws ProblemError `hold-expired` for a hold that is confirmed too late, `illegal-transition` for what the state forbids
 */
export function step(facts: AppointmentFacts, command: AppointmentCommand, now: Instant): AppointmentFacts {
  const expired = facts.cancelReason === 'hold-expired' || isExpired(facts, now);
  if (command.kind === 'confirm' && expired) throw new ProblemError('hold-expired');
  if (!allowedFrom[command.kind].includes(facts.state)) {
    throw new ProblemError(
      'illegal-transition',
      `An appointment that is ${facts.state} does not take "${command.kind}"`,
    );
  }
  switch (command.kind) {
    case 'confirm':
      return { ...facts, state: 'booked', heldUntil: null };
    case 'move':
      return facts;
    case 'arrive':
      return { ...facts, state: 'arrived', arrivedAt: now };
    case 'fulfil':
      return { ...facts, state: 'fulfilled', closedAt: now };
    case 'miss':
      return { ...facts, state: 'noshow', closedAt: now };
    case 'cancel':
      return { ...facts, state: 'cancelled', heldUntil: null, closedAt: now, cancelReason: command.reason };
  }
}

/** A hold whose time is over: it keeps nothing any more, whether or not anyone has swept it up. */
export const isExpired = ({ state, heldUntil }: Pick<AppointmentFacts, 'state' | 'heldUntil'>, now: Instant): boolean =>
  state === 'pending' && heldUntil !== null && isDue(heldUntil, now);

const minuteMs = 60_000;
/** Who is there this long before the time, or this long after it, is on time. In minutes. */
export const punctuality = { early: 30, late: 10, missed: 30 } as const;

export type Arrival = 'too-early' | 'early' | 'on-time' | 'late' | 'missed';

/** What an arrival at `now` is. `too-early` is before the day's last hours: the kiosk then says when to come. */
export function arrivalAt(startsAt: Instant, now: Instant): Arrival {
  const late = millisecondsBetween(startsAt, now) / minuteMs;
  if (late < -180) return 'too-early';
  if (late < -punctuality.early) return 'early';
  if (late <= punctuality.late) return 'on-time';
  return late < punctuality.missed ? 'late' : 'missed';
}

/** When a booked appointment to which nobody has come counts as missed. */
export const missedAfter = (startsAt: Instant): Instant => addMilliseconds(startsAt, punctuality.missed * minuteMs);

/** How long a hold keeps the time, in milliseconds: long enough to type a name, short enough not to be missed. */
export const holdMs = 5 * minuteMs;
