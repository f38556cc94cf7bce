import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';

/** As typed: nothing of it leaves the kiosk before the booking is confirmed. */
export type Contact = { name: string; email: string; phone: string };

export type BookingTrouble =
  | { kind: 'taken'; alternatives: readonly Instant[] }
  | { kind: 'expired' }
  | { kind: 'failed'; problem: ProblemType };

export type Booking = {
  day: PlainDate | null;
  /** The start that is being asked for. */
  wanted: Instant | null;
  /** The time that is kept, and until when. */
  hold: OwnAppointment | null;
  contact: Contact;
  isConfirming: boolean;
  trouble: BookingTrouble | null;
};

export const initialBooking: Booking = {
  day: null,
  wanted: null,
  hold: null,
  contact: { name: '', email: '', phone: '' },
  isConfirming: false,
  trouble: null,
};

export type BookingEvent =
  | { kind: 'booking.wanted'; serviceId: PublicServiceId }
  | { kind: 'day.chosen'; day: PlainDate }
  | { kind: 'hold.started'; startsAt: Instant }
  | { kind: 'hold.succeeded'; appointment: OwnAppointment }
  | { kind: 'hold.failed'; problem: ProblemType; alternatives: readonly Instant[] }
  | { kind: 'hold.expired' }
  | { kind: 'contact.typed'; contact: Partial<Contact> }
  | { kind: 'name.given' }
  | { kind: 'confirm.started' }
  | { kind: 'confirm.failed'; problem: ProblemType };

/** The time is not kept any more, and another is to be chosen; what was typed stays. */
export const withoutHold = (booking: Booking, trouble: BookingTrouble | null = null): Booking => ({
  ...booking,
  wanted: null,
  hold: null,
  isConfirming: false,
  trouble,
});

/** What a refused or lost request for a time means to the one who chose it. */
export function troubleOf(problem: ProblemType, alternatives: readonly Instant[]): BookingTrouble {
  if (problem === 'slot-taken') return { kind: 'taken', alternatives };
  if (problem === 'hold-expired') return { kind: 'expired' };
  return { kind: 'failed', problem };
}
