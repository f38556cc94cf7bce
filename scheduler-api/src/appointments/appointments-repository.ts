import { AccountId, type AppointmentId, type InstitutionId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type CancelReason, takingStates } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import { AppointmentRow, appointmentColumns, type StoredAppointment } from './appointment-row.ts';

const Taken = z
  .object({ id: z.string(), specialist_id: AccountId, taken_from: Instant, taken_until: Instant })
  .transform((row) => ({
    id: row.id,
    specialistId: row.specialist_id,
    from: row.taken_from,
    until: row.taken_until,
  }));
export type TakenTime = z.output<typeof Taken>;

const KioskTaken = z
  .object({ id: z.string(), kiosk_id: KioskId, starts_at: Instant, ends_at: Instant })
  .transform((row) => ({ id: row.id, kioskId: row.kiosk_id, from: row.starts_at, until: row.ends_at }));

/** No appointment takes longer, buffers included: with it, looking for what overlaps does not read the whole past. */
const longestMs = 86_400_000;

/** Rows of `appointments`. An organisation's scope sees those of its institutions and those at its contact points. */
export function createAppointmentsRepository(db: Database) {
  const table = () => db.connection('appointments');
  const inScope = (scope: Scope) =>
    scope.kind === 'system'
      ? table()
      : table().where((either) =>
          either.whereIn('organisation_id', scope.within).orWhereIn('host_organisation_id', scope.within),
        );
  const rows = async (query: Knex.QueryBuilder) => z.array(AppointmentRow).parse(await query.select('*'));
  const locked = (query: Knex.QueryBuilder) => (db.engine === 'postgres' ? query.forUpdate() : query);
  /** A hold whose time is over keeps nothing, whether or not anyone has swept it up. */
  const takes = (query: Knex.QueryBuilder, now: Instant) =>
    query
      .whereIn('state', [...takingStates])
      .where((still) => still.whereNull('held_until').orWhere('held_until', '>', now));

  return {
    async insert(appointment: StoredAppointment): Promise<void> {
      await table().insert({
        id: appointment.id,
        organisation_id: appointment.organisationId,
        institution_id: appointment.institutionId,
        service_id: appointment.serviceId,
        channel: appointment.channel,
        language: appointment.language,
        version: appointment.version,
        code: appointment.code,
        booked_through: appointment.bookedThrough,
        booked_by: appointment.bookedBy,
        series_id: appointment.seriesId,
        created_at: appointment.createdAt,
        ...appointmentColumns(appointment),
      });
    },

    /** @throws ProblemError `not-found` */
    async getLocked(scope: Scope, id: AppointmentId): Promise<StoredAppointment> {
      const [found] = await rows(locked(inScope(scope).where({ id })));
      if (!found) throw new ProblemError('not-found');
      return found;
    },
    /** @throws ProblemError `not-found` */
    async getByCode(code: string): Promise<StoredAppointment> {
      const [found] = await rows(locked(table().where({ code })));
      if (!found) throw new ProblemError('not-found', 'There is no appointment with this code');
      return found;
    },

    /** @throws ProblemError `conflict` when the row was changed since it was read */
    async update(appointment: StoredAppointment): Promise<StoredAppointment> {
      const { id, version } = appointment;
      const changed = await table()
        .where({ id, version })
        .update({ ...appointmentColumns(appointment), version: version + 1 });
      if (changed !== 1) throw new ProblemError('conflict');
      return { ...appointment, version: version + 1 };
    },

    /** What takes these specialists' time between two instants, buffers included. */
    async listTaken(ids: readonly AccountId[], from: Instant, until: Instant, now: Instant): Promise<TakenTime[]> {
      const query = table()
        .whereIn('specialist_id', [...ids])
        .where('taken_from', '<', until)
        .where('taken_from', '>', addMilliseconds(from, -longestMs))
        .where('taken_until', '>', from)
        .select('id', 'specialist_id', 'taken_from', 'taken_until');
      return z.array(Taken).parse(await takes(query, now));
    },
    /** How many appointments each of them has that start between two instants. */
    async countTaken(ids: readonly AccountId[], from: Instant, until: Instant): Promise<Map<AccountId, number>> {
      const rows = await table()
        .whereIn('specialist_id', [...ids])
        .where('taken_from', '>=', from)
        .where('taken_from', '<', until)
        .whereIn('state', [...takingStates, 'fulfilled'])
        .groupBy('specialist_id')
        .select('specialist_id')
        .count({ taken: '*' });
      const counts = z.array(z.object({ specialist_id: AccountId, taken: z.coerce.number() })).parse(rows);
      return new Map(counts.map((row) => [row.specialist_id, row.taken]));
    },
    /** What takes these kiosks between two instants. */
    async listKiosksTaken(ids: readonly KioskId[], from: Instant, until: Instant, now: Instant) {
      const query = table()
        .whereIn('kiosk_id', [...ids])
        .where('starts_at', '<', until)
        .where('starts_at', '>', addMilliseconds(from, -longestMs))
        .where('ends_at', '>', from)
        .select('id', 'kiosk_id', 'starts_at', 'ends_at');
      return z.array(KioskTaken).parse(await takes(query, now));
    },
    /** Holds a kiosk's row until the transaction is over. @returns false when another booking holds it and is not waited for */
    async lockKiosk(id: KioskId, { wait }: { wait: boolean }): Promise<boolean> {
      if (db.engine !== 'postgres') return true;
      const query = db.connection('kiosks').where({ id }).select('id').forNoKeyUpdate();
      return (await (wait ? query : query.skipLocked())).length > 0;
    },

    /** Holds whose time is over, in the way of a new one or everywhere. @returns how many */
    async expireHolds(
      now: Instant,
      inTheWay?: { specialistId: AccountId; kioskIds: readonly KioskId[] },
    ): Promise<number> {
      const reason: CancelReason = 'hold-expired';
      const query = table().where({ state: 'pending' }).where('held_until', '<=', now);
      if (inTheWay) {
        const { specialistId, kioskIds } = inTheWay;
        query.where((either) => either.where('specialist_id', specialistId).orWhereIn('kiosk_id', [...kioskIds]));
      }
      return query.update({
        state: 'cancelled',
        cancel_reason: reason,
        closed_at: now,
        version: db.connection.raw('version + 1'),
      });
    },

    /** Booked appointments whose start was before `before`: to those nobody has come. */
    async listUnattended(before: Instant): Promise<StoredAppointment[]> {
      return rows(table().where({ state: 'booked' }).where('starts_at', '<=', before).limit(200));
    },
    /** What institutions have before them: booked and arrived, from `from` on. */
    async listAhead(institutionIds: readonly InstitutionId[], from: Instant): Promise<StoredAppointment[]> {
      const query = table()
        .whereIn('institution_id', [...institutionIds])
        .whereIn('state', ['booked', 'arrived'])
        .where('starts_at', '>=', from)
        .orderBy(['starts_at', 'id']);
      return rows(query);
    },
    /** Holds that came to nothing tell nobody anything. */
    async deleteOldHolds(before: Instant): Promise<void> {
      await table().where({ state: 'cancelled' }).whereNull('citizen_name').where('closed_at', '<', before).delete();
    },
  };
}
export type AppointmentsRepository = ReturnType<typeof createAppointmentsRepository>;
