import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useBooking } from '../booking-context.tsx';
import { Facts } from './Facts.tsx';

/** An appointment as its citizen reads it. */
export function AppointmentFacts({ appointment }: { readonly appointment: OwnAppointment }) {
  const { say, language, formatAt } = useBooking();
  const { service, institution, contactPoint, channel, startsAt, timeZone, specialistName, citizenName } = appointment;
  const place = contactPoint ? `${contactPoint.name}, ${contactPoint.address}` : say('facts.inPerson');
  const facts = [
    { term: say('facts.when'), words: formatAt(timeZone).dateTime(startsAt) },
    { term: say('facts.where'), words: channel === 'telephone' ? say('facts.telephone') : place },
    { term: say('facts.service'), words: service.name[language] },
    { term: say('facts.institution'), words: institution.name[language] },
    { term: say('facts.specialist'), words: specialistName },
    { term: say('facts.language'), words: say(`language.${appointment.language}`) },
    ...(citizenName ? [{ term: say('facts.name'), words: citizenName }] : []),
    ...(service.bring ? [{ term: say('facts.bring'), words: service.bring[language] }] : []),
  ];
  return <Facts facts={facts} />;
}
