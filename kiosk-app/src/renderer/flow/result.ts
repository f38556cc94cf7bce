import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';

/** What a citizen leaves with; named as the screen that shows it. */
export type Result =
  | { kind: 'ticket'; ticket: OwnTicket }
  | {
      kind: 'arrived';
      arrival: 'early' | 'on-time' | 'late';
      appointment: OwnAppointment;
      ticket: OwnTicket;
      /** Somebody is free and this kiosk too. */
      canBegin: boolean;
    }
  | {
      kind: 'booked';
      appointment: OwnAppointment;
      /** Where the confirmation goes; empty when no address was given. */
      email: string;
    };

/** The number that somebody carries around with this result. */
export const ticketOf = (result: Result | null): OwnTicket | null =>
  result && result.kind !== 'booked' ? result.ticket : null;
