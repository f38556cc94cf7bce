import type { Knex } from 'knex';

/** As whom the server works once the tables are there: it may neither change tables nor the past. */
export const applicationRole = 'remote_clerk_app';

const addedToOnly = ['audit_entries', 'audit_seals'];
const notItsBusiness = ['migrations', 'migrations_lock'];

/**
 * Makes the role where it is not there. Roles are the whole server's, so others may do the same at the same moment.
 * @throws Error with what an administrator of the database has to do, where we may not do it ourselves
 */
export async function ensureApplicationRole(connection: Knex): Promise<void> {
  const isMember = async () => {
    const { rows } = await connection.raw(
      `select pg_has_role(oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as member
       from pg_roles where rolname = ?`,
      [applicationRole],
    );
    return rows[0]?.member === true;
  };
  if (await isMember()) return;
  const make = `do $$ begin create role ${applicationRole} nologin; exception when duplicate_object or unique_violation then null; end $$`;
  const join = `grant ${applicationRole} to current_user`;
  try {
    await connection.raw(make);
    if (!(await isMember())) await connection.raw(join);
  } catch (cause) {
    const { rows } = await connection.raw('select quote_ident(session_user) as name');
    throw new Error(
      `The database needs a role that this user may not make. An administrator of it has to run:
  create role ${applicationRole} nologin;
  grant ${applicationRole} to ${rows[0]?.name};`,
      { cause },
    );
  }
}

/** What the role may do with the tables as they are now. */
export async function grantToApplication(connection: Knex): Promise<void> {
  for (const sql of [
    `grant usage on schema public to ${applicationRole}`,
    `revoke all on all tables in schema public from ${applicationRole}`,
    `grant select, insert, update, delete on all tables in schema public to ${applicationRole}`,
    `revoke update, delete on ${addedToOnly.join(', ')} from ${applicationRole}`,
    `revoke all on ${notItsBusiness.join(', ')} from ${applicationRole}`,
  ]) {
    await connection.raw(sql);
  }
}
