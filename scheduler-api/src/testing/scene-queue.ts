import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { type ConsultationId, KioskId, type QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import type { TicketState } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { organisationScope } from '../db/scope.ts';
import { createReadableCode } from '../readable-code.ts';
import type { TestApi } from './boot-api.ts';
import type { World, WorldKiosk, WorldSpecialist } from './world.ts';

type Parts = {
  ours: World;
  clerk: Awaited<ReturnType<World['clerk']>>;
  kiosk: WorldKiosk;
  specialist: WorldSpecialist;
};

/** Those who wait in the scene's room. They speak another language than the specialists there: nobody is called by itself. */
export function createSceneQueue(api: TestApi, { ours, clerk, kiosk, specialist }: Parts) {
  const municipality = organisationScope(ours.municipality.id);
  const tickets = () => api.context.db.connection('queue_tickets');

  const ticket = async (): Promise<QueueTicketId> => {
    const wish = { serviceId: ours.service.id, language: 'uk' as const, priority: 'walk-in' as const };
    return (await ours.services.queue.issue(municipality, clerk.id, ours.contactPoint.id, wish)).id;
  };

  return {
    ticket,

    /** One that something has happened to. */
    async ticketThatIs(state: TicketState): Promise<QueueTicketId> {
      const id = await ticket();
      await tickets().where({ id }).update({ state });
      return id;
    },
    /** One that our specialists can call back. */
    async toCallBack(): Promise<QueueTicketId> {
      const id = await ticket();
      await tickets().where({ id }).update({ state: 'callback', language: 'lv', phone: '+371 20000000' });
      return id;
    },
    /** One that is called to our kiosk. */
    async called(): Promise<QueueTicketId> {
      await tickets().where({ state: 'called' }).update({ state: 'waiting', kiosk_id: null });
      const id = await ticket();
      await tickets()
        .where({ id })
        .update({ state: 'called', kiosk_id: KioskId.parse(kiosk.id), calls: 1 });
      return id;
    },

    /** An appointment for which it is time, with a specialist who is not there. */
    async arriving() {
      const { id: specialistId } = await ours.specialist({ atWork: false });
      const { clock, db, ids } = api.context;
      const now = clock.now();
      const until = addMilliseconds(now, 600_000);
      const appointment = { id: ids.uuid(), code: createReadableCode(9) };
      await db.connection('appointments').insert({
        ...appointment,
        organisation_id: ours.state.id,
        host_organisation_id: ours.municipality.id,
        institution_id: ours.institution.id,
        service_id: ours.service.id,
        specialist_id: specialistId,
        contact_point_id: ours.contactPoint.id,
        channel: 'kiosk',
        language: 'uk',
        state: 'booked',
        version: 1,
        sequence: 0,
        starts_at: now,
        ends_at: until,
        taken_from: now,
        taken_until: until,
        citizen_name: 'Jānis Ķēniņš',
        booked_through: 'desk',
        created_at: now,
      });
      return appointment;
    },

    /** The consultation that our specialist is in, and one if there is none. */
    async inCall(): Promise<ConsultationId> {
      const { current } = await specialist.desk();
      if (current) return current.id;
      const { consultationId } = await (await ours.kiosk()).ask();
      const params = { consultationId };
      await specialist.client.call(consultationRoutes.acceptConsultation, { params, body: {} });
      return consultationId;
    },

    /** What the waiting room's screen is known by. */
    async displayToken(): Promise<string> {
      const address = await ours.services.displays.createLink(municipality, clerk.id, ours.contactPoint.id);
      return address.split('#')[1] ?? '';
    },
  };
}
