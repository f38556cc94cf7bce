import { Delivery } from '@remote-clerk/shared/contracts/appointments.ts';
import { AppointmentId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';

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

const Count = z.tuple([z.object({ count: z.coerce.number() })]);

/** Rows of `outbox`: messages about appointments, kept from the transaction that made them until they are sent. */
export function createOutboxRepository(db: Database) {
  const table = () => db.connection('outbox');
  const due = (now: Instant) => table().where('state', 'waiting').where('due_at', '<=', now);

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

    /**
     * Takes the message that has been due for longest, and sets when it is due again unless it is sent. Of several
     * servers that ask at once each gets another one.
     * @param waitAfter milliseconds until the next attempt, from how many there were with this one
     */
    async takeDue(now: Instant, waitAfter: (attempts: number) => number): Promise<Message | undefined> {
      return await db.transaction(async () => {
        const first = due(now).orderBy(['due_at', 'id']).select('*').limit(1);
        const [row] = await (db.engine === 'postgres' ? first.forUpdate().skipLocked() : first);
        if (row === undefined) return undefined;
        const found = Message.parse(row);
        const message = { ...found, attempts: found.attempts + 1 };
        const dueAt = addMilliseconds(now, waitAfter(message.attempts));
        await table().where({ id: message.id }).update({ attempts: message.attempts, due_at: dueAt });
        return message;
      });
    },

    async setDone(id: string, state: 'sent' | 'dropped', now: Instant): Promise<void> {
      await table().where({ id }).update({ state, done_at: now, problem: null });
    },

    /** Leaves alone what was dropped in the meantime. @param attempt.last whether it is given up */
    async setFailed(id: string, attempt: { problem: string; last: boolean; now: Instant }): Promise<void> {
      const given = attempt.last ? { state: 'failed', done_at: attempt.now } : {};
      await table()
        .where({ id, state: 'waiting' })
        .update({ problem: attempt.problem, ...given });
    },

    async countDue(now: Instant): Promise<number> {
      return Count.parse(await due(now).count({ count: '*' }))[0].count;
    },

    async countFailedSince(since: Instant): Promise<number> {
      const failed = table().where('state', 'failed').where('done_at', '>=', since);
      return Count.parse(await failed.count({ count: '*' }))[0].count;
    },

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
