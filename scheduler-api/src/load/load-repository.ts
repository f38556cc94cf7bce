import { type InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { takingStates } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { epochMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import type { Asked } from './estimate-load.ts';

const Taken = z
  .object({ taken_from: Instant, taken_until: Instant })
  .transform(
    (row): Interval => ({ from: epochMilliseconds(row.taken_from), until: epochMilliseconds(row.taken_until) }),
  );

const AskedRow = z
  .object({
    asked_at: Instant,
    service_id: PublicServiceId,
    minutes: z.int(),
    live_at: Instant.nullable(),
    ended_at: Instant.nullable(),
  })
  .transform(
    (row): Asked => ({
      at: epochMilliseconds(row.asked_at),
      serviceId: row.service_id,
      plannedMinutes: row.minutes,
      tookMinutes:
        row.live_at && row.ended_at
          ? (epochMilliseconds(row.ended_at) - epochMilliseconds(row.live_at)) / 60_000
          : null,
    }),
  );

/** Reads what an institution has before it and what it has had, from what other features own. It writes nothing. */
export function createLoadRepository(db: Database) {
  return {
    /** What appointments take of specialists between two instants, buffers included. */
    async listBooked(
      scope: Scope,
      id: InstitutionId,
      from: Instant,
      until: Instant,
      now: Instant,
    ): Promise<Interval[]> {
      const query = db
        .connection('appointments')
        .where('institution_id', id)
        .whereIn('state', [...takingStates])
        .where((still) => still.whereNull('held_until').orWhere('held_until', '>', now))
        .where('starts_at', '>=', from)
        .where('starts_at', '<', until)
        .select('taken_from', 'taken_until');
      return z.array(Taken).parse(await scoped(query, scope));
    },

    /** Those who came without an appointment between two instants, the first of them first. */
    async listAsked(scope: Scope, id: InstitutionId, from: Instant, until: Instant): Promise<Asked[]> {
      const query = db
        .connection('consultations as c')
        .join('public_services as s', 's.id', 'c.service_id')
        .leftJoin('queue_tickets as t', 't.id', 'c.ticket_id')
        .where('c.institution_id', id)
        .whereNull('t.appointment_id')
        .where('c.asked_at', '>=', from)
        .where('c.asked_at', '<', until)
        .orderBy('c.asked_at')
        .select('c.asked_at', 'c.service_id', 's.minutes', 'c.live_at', 'c.ended_at');
      return z.array(AskedRow).parse(await scoped(query, scope, 'c.organisation_id'));
    },
  };
}
