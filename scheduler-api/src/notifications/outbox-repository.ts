import { Delivery } from '@remote-clerk/shared/contracts/appointments.ts';
import { AppointmentId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import { createQueueRepository } from './queue-repository.ts';

export type MessageKind = Delivery['kind'];

const Message = z
  .object({
    id: z.uuid(),
    appointment_id: AppointmentId,
    kind: Delivery.shape.kind,
    sequence: z.int(),
    attempts: z.int(),
  })
  .transform((row) => ({
    id: row.id,
    appointmentId: row.appointment_id,
    kind: row.kind,
    sequence: row.sequence,
    attempts: row.attempts,
  }));
/** A message that is to be sent; `attempts` counts the one for which it was taken. */
export type Message = z.output<typeof Message>;

const DeliveryRow = z
  .object({
    kind: Delivery.shape.kind,
    state: Delivery.shape.state,
    due_at: Instant,
    done_at: Instant.nullable(),
    attempts: z.int(),
    problem: z.string().nullable(),
  })
  .transform((row): Delivery => {
    const { kind, state, attempts, problem } = row;
    return { kind, state, attempts, problem, at: row.done_at ?? row.due_at };
  });

/** Rows of `outbox`: messages about appointments, kept from the transaction that made them until they are sent. */
export function createOutboxRepository(db: Database) {
  const table = () => db.connection('outbox');
  const queue = createQueueRepository(db, 'outbox');

  return {
    async insert(message: {
      id: string;
      organisationId: OrganisationId;
      appointmentId: AppointmentId;
      kind: MessageKind;
      sequence: number;
      createdAt: Instant;
      dueAt: Instant;
    }): Promise<void> {
      await table().insert({
        id: message.id,
        organisation_id: message.organisationId,
        appointment_id: message.appointmentId,
        kind: message.kind,
        sequence: message.sequence,
        state: 'waiting',
        created_at: message.createdAt,
        due_at: message.dueAt,
      });
    },

    /** No reminder that waits is sent any more. */
    async dropReminders(appointmentId: AppointmentId, now: Instant): Promise<void> {
      await table()
        .where({ appointment_id: appointmentId, kind: 'reminder', state: 'waiting' })
        .update({ state: 'dropped', done_at: now });
    },

    /** @see createQueueRepository */
    async takeDue(...how: Parameters<typeof queue.takeDue>): Promise<Message | undefined> {
      const row = await queue.takeDue(...how);
      return row && Message.parse(row);
    },
    setDone: queue.setDone,
    setFailed: queue.setFailed,
    countDue: queue.countDue,
    countFailedSince: queue.countFailedSince,

    /** What was sent, could not be sent, or waits; an organisation sees what concerns its institutions and contact points. */
    async listDeliveries(scope: Scope, appointmentId: AppointmentId): Promise<Delivery[]> {
      const query = db
        .connection('outbox as o')
        .join('appointments as a', 'a.id', 'o.appointment_id')
        .where('o.appointment_id', appointmentId)
        .whereNot('o.state', 'dropped')
        .orderBy('o.id')
        .select('o.kind', 'o.state', 'o.due_at', 'o.done_at', 'o.attempts', 'o.problem');
      if (scope.kind === 'organisation') {
        query.where((either) =>
          either.whereIn('a.organisation_id', scope.within).orWhereIn('a.host_organisation_id', scope.within),
        );
      }
      return z.array(DeliveryRow).parse(await query);
    },
  };
}
export type OutboxRepository = ReturnType<typeof createOutboxRepository>;
