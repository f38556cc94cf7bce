import { showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { createSay } from '@remote-clerk/shared/i18n/create-say.ts';
import createCalendar, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { AppointmentFacts } from './appointment-facts-repository.ts';
import { messages } from './messages/messages.ts';

type Sender = { name: string; address: string };

/**
 * The appointment for the citizen's calendar (RFC 5545, RFC 5546). A later file with the same UID and a higher SEQUENCE
 * replaces an earlier one, so that a move moves the entry and a cancellation takes it away.
 * @param options.publicOrigin its host makes the UID unlike any other system's
 * @param options.now DTSTAMP
 */
export function createCalendarFile(
  facts: AppointmentFacts & { email: string },
  options: { organiser: Sender; publicOrigin: string; now: Instant },
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const { language, contactPoint, code, email } = facts;
  const { organiser, publicOrigin, now } = options;
  const say = createSay(messages[language], language);
  const cancelled = facts.state === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const bring = facts.bring ? [`${say('bring')}: ${facts.bring[language]}`] : [];
  const url = `${publicOrigin}/booking/#/${code}`;

  const calendar = createCalendar({ prodId: { company: 'remote-clerk', product: 'scheduler-api' }, method });
  calendar.createEvent({
    id: `${facts.id}@${new URL(publicOrigin).hostname}`,
    sequence: facts.sequence,
    stamp: new Date(now),
    start: new Date(facts.startsAt),
    end: new Date(facts.endsAt),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Calendars show it on locked screens too: what it is about stands inside.
    summary: say('calendar.title'),
    description: [
      `${facts.service[language]}, ${facts.institution[language]}`,
      say(`how.${facts.channel}`),
      ...bring,
      `${say('code')}: ${showCode(code)}`,
      `${say('manage')}: ${url}`,
    ].join('\n'),
    location: contactPoint ? `${contactPoint.name}, ${contactPoint.address}` : say('where.telephone'),
    url,
    organizer: { name: organiser.name || organiser.address, email: organiser.address },
    // They have said already that they come: their calendar need not ask them again.
    attendees: [{ email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
  });
  return { method: cancelled ? 'CANCEL' : 'REQUEST', content: calendar.toString() };
}
