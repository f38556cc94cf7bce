import type { Migration } from '../migrations.ts';

const allowed = `any ((select string_to_array(current_setting('app.organisations', true), ','))::uuid[])`;
/** Nobody in particular asks: dispatch, sweeps, media nodes, jobs. */
const noWall = `(select coalesce(current_setting('app.organisations', true), '') = '')`;
const own = `organisation_id = ${allowed}`;
const ownOrHosted = `${own} or host_organisation_id = ${allowed}`;
/** Whoever may see the one it belongs to: the subquery stands behind the wall as well. */
const belongingTo = (table: string, column: string) =>
  `${own} or exists (select 1 from ${table} as t where t.id = ${column})`;

/** Tables with what is known of citizens, and whose rows of them may be seen behind the wall. */
const walls: Record<string, string> = {
  consultations: ownOrHosted,
  service_cases: ownOrHosted,
  appointments: ownOrHosted,
  queue_tickets: ownOrHosted,
  consultation_offers: belongingTo('consultations', 'consultation_id'),
  invitations: belongingTo('consultations', 'consultation_id'),
  chat_messages: belongingTo('consultations', 'consultation_id'),
  case_timeline: belongingTo('service_cases', 'case_id'),
  case_pictures: belongingTo('service_cases', 'case_id'),
  citizen_identities: belongingTo('service_cases', 'case_id'),
  citizen_sign_ins: own,
  outbox: belongingTo('appointments', 'appointment_id'),
  audit_entries: own,
  audit_seals: own,
};
/** Written for others too: what is done to another organisation's things stands on its record. */
const writtenByAll = ['audit_entries', 'audit_seals'];

/** The second wall, on PostgreSQL: a query that forgot whose rows it may have gets none of another organisation's. */
export const wall: Migration = {
  name: '0013-wall',
  async up(connection, engine) {
    if (engine === 'sqlite') return;
    for (const [table, rule] of Object.entries(walls)) {
      await connection.raw(`alter table ${table} enable row level security`);
      const using = `using (${noWall} or ${rule})`;
      if (writtenByAll.includes(table)) {
        await connection.raw(`create policy wall on ${table} for select ${using}`);
        await connection.raw(`create policy wall_write on ${table} for insert with check (true)`);
      } else await connection.raw(`create policy wall on ${table} ${using}`);
    }
  },
  async down(connection, engine) {
    if (engine === 'sqlite') return;
    for (const table of Object.keys(walls)) {
      for (const policy of ['wall', 'wall_write']) await connection.raw(`drop policy if exists ${policy} on ${table}`);
      await connection.raw(`alter table ${table} disable row level security`);
    }
  },
};
