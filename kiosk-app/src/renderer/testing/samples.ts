import { OwnAppointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { type KioskConsultation, KioskView, StartRequest } from '@remote-clerk/shared/contracts/views.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';

import { daysOn, idOf } from './sample-ids.ts';
import { services } from './sample-services.ts';

const [first] = services;
if (!first) throw new Error('There are no sample services');
const service = first;

export const startRequest = StartRequest.parse({
  id: idOf(51),
  serviceId: idOf(12),
  language: 'ru',
  staffPresence: 'in-room',
});

const contactPoint = {
  id: idOf(32),
  name: 'Kuldīga',
  address: 'Baznīcas iela 1, Kuldīga',
  timeZone: 'Europe/Riga',
};

/** @param more what differs from a kiosk at rest */
export function viewOf(more: Partial<KioskView> = {}): KioskView {
  return KioskView.parse({
    revision: 1,
    asOf: instantFrom(0),
    kiosk: { id: idOf(31), name: 'Kuldīga 1' },
    contactPoint,
    consultation: null,
    startRequest: null,
    calledTicket: null,
    nextTicket: null,
    openToday: [{ from: daysOn(0, 9), until: daysOn(0, 17) }],
    helpRequestedAt: null,
    signInThrough: 'latvija.lv',
    ...more,
  });
}

/** @param more what differs from one that waits at the third place */
export function consultationOf(more: Partial<KioskConsultation> = {}): KioskConsultation {
  const { consultation } = viewOf({
    consultation: {
      ...sampleConsultation,
      ...more,
    },
  });
  if (!consultation) throw new Error('The sample has no consultation');
  return consultation;
}

const sampleConsultation = KioskView.shape.consultation.unwrap().parse({
  id: idOf(41),
  state: 'waiting',
  endReason: null,
  caseNumber: 'LV-2026-004217',
  service: { id: service.id, name: service.name },
  institution: service.institution,
  language: 'lv',
  askedAt: instantFrom(0),
  liveAt: null,
  place: 3,
  wait: { from: 5, to: 15 },
  specialist: null,
  staffPresence: 'left',
  room: { id: idOf(61) },
  rated: false,
  identity: 'none',
  people: [],
  held: false,
  away: { citizen: false, specialist: false, node: false },
});

export const specialist = { name: 'Ilze Kalniņa', jobTitle: 'Vecākā klientu konsultante' };

/** @param more what differs from one that waits at the third place */
export function ticketOf(more: Partial<OwnTicket> = {}): OwnTicket {
  return OwnTicket.parse({
    id: idOf(71),
    number: 'V012',
    state: 'waiting',
    service: { id: service.id, name: service.name },
    institution: service.institution,
    language: 'lv',
    kiosk: null,
    place: 3,
    wait: { from: 5, to: 15 },
    appointmentStartsAt: null,
    ...more,
  });
}

/** @param more what differs from one that is kept for tomorrow at half past two */
export function appointmentOf(more: Partial<OwnAppointment> = {}): OwnAppointment {
  return OwnAppointment.parse({
    code: 'K7M2QX9DA',
    state: 'pending',
    startsAt: daysOn(1, 14.5),
    endsAt: daysOn(1, 14.75),
    heldUntil: instantFrom(Date.now() + 5 * 60_000),
    channel: 'kiosk',
    language: 'lv',
    institution: service.institution,
    service: { id: service.id, name: service.name, bring: service.bring },
    contactPoint,
    timeZone: 'Europe/Riga',
    specialistName: specialist.name,
    citizenName: null,
    ...more,
  });
}

/** Two weeks of times, each whole and half hour from 9 to 16; every third is taken. */
export const slots = Slot.array().parse(
  Array.from({ length: 10 }, (_, day) => day + 1).flatMap((day) =>
    Array.from({ length: 14 }, (_, half) => half)
      .filter((half) => (half + day) % 3 !== 0)
      .map((half) => ({
        startsAt: daysOn(day, 9 + half / 2),
        endsAt: daysOn(day, 9.25 + half / 2),
        serviceId: service.id,
        contactPointId: contactPoint.id,
        free: 1,
      })),
  ),
);
