import { Appointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { z } from 'zod';
import { ago, contactPoint, institution, services, uuid } from './builders.ts';

const place = { ...contactPoint, address: 'Baznīcas iela 1, Kuldīga', timeZone: 'Europe/Riga' };
const twentyMinutesAfter = (instant: string) => new Date(Date.parse(instant) + 1_200_000).toISOString();

export const aSlot = (startsAt: string, change: Partial<z.input<typeof Slot>> = {}): Slot =>
  Slot.parse({
    startsAt,
    endsAt: twentyMinutesAfter(startsAt),
    serviceId: services.pension.id,
    contactPointId: contactPoint.id,
    free: 2,
    ...change,
  });

export const anAppointment = (change: Partial<z.input<typeof Appointment>> = {}): Appointment => {
  const startsAt = change.startsAt ?? '2026-11-23T07:00:00.000Z';
  return Appointment.parse({
    id: uuid(1001),
    version: 1,
    code: 'K7M2QX9DA',
    state: 'booked',
    cancelReason: null,
    startsAt,
    endsAt: twentyMinutesAfter(startsAt),
    heldUntil: null,
    channel: 'kiosk',
    language: 'lv',
    service: services.pension,
    institution,
    contactPoint: place,
    kiosk: { id: uuid(804), name: 'Kiosks 4' },
    specialist: { id: uuid(1), name: 'Anna Bērziņa', jobTitle: 'Vecākā eksperte' },
    citizen: { name: 'Jānis Liepa', email: 'janis.liepa@example.lv', phone: null },
    note: '',
    bookedThrough: 'desk',
    seriesId: null,
    createdAt: ago(86_400),
    arrivedAt: null,
    ...change,
  });
};

export const aTicket = (change: Partial<z.input<typeof QueueTicket>> = {}): QueueTicket =>
  QueueTicket.parse({
    id: uuid(1101),
    number: 'V012',
    state: 'waiting',
    priority: 'walk-in',
    service: services.pension,
    institution,
    contactPoint,
    language: 'lv',
    takenAt: ago(420),
    calledAt: null,
    calls: 0,
    kiosk: null,
    place: 1,
    wait: { from: 5, to: 10 },
    appointment: null,
    specialist: null,
    note: '',
    phone: null,
    ...change,
  });
