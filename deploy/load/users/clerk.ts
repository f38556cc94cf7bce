import { randomUUID } from 'node:crypto';
import { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { ticketTakes } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { arrivalAt } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { addDays, dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { type ClerkTask, clerkTasks, nextTask } from './plan.ts';
import type { Run } from './run.ts';
import { type Credentials, createStaff } from './staff.ts';

const zone = 'Europe/Riga';
const language = 'lv';
/** As far ahead as the console looks for a time. */
const daysAhead = 14;

/** Of the contact point's view, what a clerk acts on. */
const Room = ContactPointView.pick({ revision: true }).extend({
  tickets: z.array(QueueTicket.pick({ id: true, state: true })),
  appointments: z.array(Appointment.pick({ id: true, state: true, startsAt: true })),
});
const { holdTicket: hold, resumeTicket: resume, cancelTicket: cancel } = queueRoutes;
const ticketRoutes = { hold, resume, cancel };
const citizen = { name: 'Jānis Ķēniņš', email: 'janis@example.lv', phone: null };

/** A clerk at the desk of a contact point: books, moves, cancels, and keeps the line. */
export async function createClerk(
  run: Run,
  random: Random,
  { contactPointId, ...credentials }: Credentials & { contactPointId: ContactPointId },
) {
  const given = new Set<string>();
  const me = await createStaff(run, random, 'clerk', credentials, {
    name: 'contact-point',
    schema: Room,
    onView(view, at) {
      for (const { id } of view.tickets) if (!given.has(id)) run.tickets.seenAt(id, at);
    },
  });
  const here = { contactPointId };
  const booked: Pick<Appointment, 'id' | 'version' | 'service'>[] = [];
  const takeBooked = () => booked.splice(random.below(booked.length), 1)[0];
  const ticketsFor = (command: keyof typeof ticketRoutes) =>
    me.screen.view.tickets.filter(({ state }) => ticketTakes(state, command));
  const expected = () =>
    me.screen.view.appointments.filter(
      ({ state, startsAt }) =>
        state === 'booked' && !['too-early', 'missed'].includes(arrivalAt(startsAt, instantFrom(Date.now()))),
    );

  async function findTime(serviceId: PublicServiceId) {
    const today = dateAt(Date.now(), zone);
    const firstDay = addDays(today, random.below(daysAhead));
    const found = await me.act('find slots', (api) =>
      api.call(appointmentRoutes.findSlots, {
        query: { serviceId, contactPointId, language, firstDay, lastDay: addDays(firstDay, daysAhead) },
      }),
    );
    await me.think();
    return found && found.slots.length > 0 ? random.pick(found.slots).startsAt : undefined;
  }

  const onTicket = async (command: keyof typeof ticketRoutes) => {
    const { id: ticketId } = random.pick(ticketsFor(command));
    await me.act(`${command} a ticket`, (api) => api.call(ticketRoutes[command], { params: { ticketId }, body: {} }));
  };

  const tasks: Record<ClerkTask, () => Promise<unknown>> = {
    async book() {
      const serviceId = random.pick(run.serviceIds);
      const startsAt = await findTime(serviceId);
      if (!startsAt) return;
      const body = { serviceId, contactPointId, language, startsAt } as const;
      const held = await me.act('hold', (api) =>
        api.call(appointmentRoutes.holdAppointment, { body, idempotencyKey: randomUUID() }),
      );
      if (!held) return;
      await me.think();
      const params = { appointmentId: held.id };
      const confirmed = await me.act('confirm', (api) =>
        api.call(appointmentRoutes.confirmAppointment, { params, body: { citizen }, idempotencyKey: randomUUID() }),
      );
      if (confirmed) booked.push(confirmed);
    },
    async move() {
      const appointment = takeBooked();
      if (!appointment) return;
      const startsAt = await findTime(appointment.service.id);
      if (!startsAt) return;
      const params = { appointmentId: appointment.id };
      const body = { version: appointment.version, startsAt };
      const moved = await me.act('move', (api) =>
        api.call(appointmentRoutes.moveAppointment, { params, body, idempotencyKey: randomUUID() }),
      );
      booked.push(moved ?? appointment);
    },
    async cancel() {
      const appointment = takeBooked();
      if (!appointment) return;
      const params = { appointmentId: appointment.id };
      const body = { version: appointment.version };
      await me.act('cancel', (api) =>
        api.call(appointmentRoutes.cancelAppointment, { params, body, idempotencyKey: randomUUID() }),
      );
    },
    'list today': () =>
      me.act('list today', (api) =>
        api.call(appointmentRoutes.listAppointments, { params: here, query: { day: dateAt(Date.now(), zone) } }),
      ),
    'read the room': () =>
      me.act('read the room', (api) => api.call(kioskRoutes.readContactPointView, { params: here })),
    async 'give a ticket'() {
      const at = performance.now();
      const body = { serviceId: random.pick(run.serviceIds), language } as const;
      const ticket = await me.act('give a ticket', (api) =>
        api.call(queueRoutes.issueTicket, { params: here, body, idempotencyKey: randomUUID() }),
      );
      if (ticket) run.tickets.changedAt(ticket.id, at);
    },
    'hold a ticket': () => onTicket('hold'),
    'resume a ticket': () => onTicket('resume'),
    'cancel a ticket': () => onTicket('cancel'),
    async 'check in'() {
      const params = { appointmentId: random.pick(expected()).id };
      await me.act('check in', (api) =>
        api.call(queueRoutes.checkIn, { params, body: {}, idempotencyKey: randomUUID() }),
      );
    },
  };

  const isPossible = (task: ClerkTask) => {
    if (task === 'move' || task === 'cancel') return booked.length > 0;
    if (task === 'hold a ticket') return ticketsFor('hold').length > 0;
    if (task === 'resume a ticket') return ticketsFor('resume').length > 0;
    if (task === 'cancel a ticket') return ticketsFor('cancel').length > 0;
    return task !== 'check in' || expected().length > 0;
  };

  return {
    async work(): Promise<void> {
      for (;;) {
        await me.think();
        if (run.isOver()) return;
        await tasks[nextTask(clerkTasks, random, isPossible)]();
      }
    },
    close: me.close,
  };
}
