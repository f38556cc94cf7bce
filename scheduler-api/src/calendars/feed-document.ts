import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import ical, { ICalEventStatus } from 'ical-generator';

const shown: readonly Appointment['state'][] = ['booked', 'arrived', 'fulfilled'];
const secondsBetweenReadings = 15 * 60;

/**
 * Appointments as a calendar to subscribe to, in Latvian. Nothing of the citizen is in it: it is read by programs that are
 * not ours. The same appointments give the same text.
 * @returns iCalendar
 */
export function feedDocument(appointments: readonly Appointment[], publicOrigin: string): string {
  const calendar = ical({
    name: 'Pieraksti',
    prodId: { company: 'remote-clerk', product: 'scheduler-api', language: 'LV' },
    ttl: secondsBetweenReadings,
  });
  const host = new URL(publicOrigin).hostname;
  for (const appointment of appointments.filter(({ state }) => shown.includes(state))) {
    const { contactPoint } = appointment;
    calendar.createEvent({
      id: `${appointment.id}@${host}`,
      // Any other would be new each time it is asked for.
      stamp: appointment.createdAt,
      sequence: appointment.version,
      start: appointment.startsAt,
      end: appointment.endsAt,
      summary: `Pieraksts · ${appointment.service.name.lv}`,
      location: contactPoint && `${contactPoint.name}, ${contactPoint.address}`,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
