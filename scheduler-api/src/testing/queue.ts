import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { World, WorldKiosk, WorldSpecialist } from './world.ts';

type Clerk = Awaited<ReturnType<World['clerk']>>;

/** What a call was refused with. */
export async function problemOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  return outcome instanceof ProblemError ? outcome.type : outcome;
}

const key = () => ({ idempotencyKey: randomUUID() });

/** What people do in a waiting room, said briefly. */
export const waitingRoom = (world: World, clerk: Clerk) => ({
  issue: (priority: 'walk-in' | 'priority' = 'walk-in', serviceId = world.service.id, by = clerk) =>
    by.client.call(queueRoutes.issueTicket, {
      params: { contactPointId: world.contactPoint.id },
      body: { serviceId, language: 'lv', priority },
      ...key(),
    }),
  take: (kiosk: WorldKiosk) =>
    kiosk.client.call(queueRoutes.takeTicket, { body: { serviceId: world.service.id, language: 'lv' }, ...key() }),
  call: (ticketId: string, kioskId: string | null = null, by = clerk) =>
    by.client.call(queueRoutes.callTicket, { params: { ticketId }, body: { kioskId } }),
  step: (
    step: 'putTicketBack' | 'holdTicket' | 'resumeTicket' | 'missTicket' | 'cancelTicket',
    ticketId: string,
    by = clerk,
  ) => by.client.call(queueRoutes[step], { params: { ticketId }, body: {} }),
  transfer: (ticketId: string, body: { serviceId: string; specialistId?: string | null; note: string }) =>
    clerk.client.call(queueRoutes.transferTicket, { params: { ticketId }, body }),
  callBack: (ticketId: string, note = '') =>
    clerk.client.call(queueRoutes.callBackTicket, { params: { ticketId }, body: { phone: '+371 20000000', note } }),
  begin: (kiosk: WorldKiosk, ticketId: string) =>
    kiosk.client.call(consultationRoutes.askForConsultation, {
      body: { serviceId: world.service.id, language: 'lv', ticketId },
      ...key(),
    }),
  accept: (who: WorldSpecialist, consultationId: string) =>
    who.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} }),
  end: (who: WorldSpecialist | WorldKiosk, consultationId: string) =>
    who.client.call(consultationRoutes.endConsultation, { params: { consultationId }, body: {} }),
  wipe: (kiosk: WorldKiosk) => kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} }),
  view: () =>
    clerk.client.call(kioskRoutes.readContactPointView, { params: { contactPointId: world.contactPoint.id } }),
  async ticket(id: string): Promise<QueueTicket> {
    const { tickets } = await this.view();
    const found = tickets.find((one) => one.id === id);
    if (!found) throw new Error('The clerk does not see the ticket');
    return found;
  },
  async state(id: string): Promise<string> {
    const { tickets } = await this.view();
    return tickets.find((one) => one.id === id)?.state ?? 'gone';
  },
  checkIn: (appointmentId: string, by = clerk) =>
    by.client.call(queueRoutes.checkIn, { params: { appointmentId }, body: {}, ...key() }),
  checkInAtKiosk: (kiosk: WorldKiosk, code: string) =>
    kiosk.client.call(queueRoutes.checkInAtKiosk, { body: { code } }),

  /** Held and booked at the desk. */
  async book(startsAt: Instant, more: { specialistId?: string; contactPointId?: string } = {}) {
    const held = await clerk.client.call(appointmentRoutes.holdAppointment, {
      body: {
        serviceId: world.service.id,
        contactPointId: world.contactPoint.id,
        language: 'lv',
        startsAt,
        ...more,
      },
      ...key(),
    });
    return clerk.client.call(appointmentRoutes.confirmAppointment, {
      params: { appointmentId: held.id },
      body: { citizen: { name: 'Jānis Ķēniņš', email: null, phone: null } },
      ...key(),
    });
  },
});
export type WaitingRoom = ReturnType<typeof waitingRoom>;
