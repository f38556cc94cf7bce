import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';

/** An appointment that was just booked, and where its confirmation goes. */
export type Booked = { appointment: OwnAppointment; email: string | null };
