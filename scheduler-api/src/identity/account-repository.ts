import { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { dateAt, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

/** An account as it is by itself; what it may do is said by its rights. */
export const Person = Account.omit({ permissions: true });
export type Person = z.output<typeof Person>;

const Row = z
  .object({
    id: z.string(),
    username: z.string(),
    display_name: z.string(),
    job_title: z.string().nullable(),
    institution_id: z.string().nullable(),
    contact_point_id: z.string().nullable(),
    organisation_id: z.string(),
    organisation_name: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    username: row.username,
    name: row.display_name,
    jobTitle: row.job_title,
    post: row.institution_id ? 'specialist' : row.contact_point_id ? 'clerk' : 'office',
    organisation: { id: row.organisation_id, name: row.organisation_name },
    institutionId: row.institution_id,
    contactPointId: row.contact_point_id,
  }))
  .pipe(Person);

const accounts = (connection: Connection) =>
  connection('accounts')
    .join('organisations', 'organisations.id', 'accounts.organisation_id')
    .leftJoin('specialists', 'specialists.account_id', 'accounts.id')
    .leftJoin('clerks', 'clerks.account_id', 'accounts.id')
    .whereNull('accounts.disabled_at')
    .select('accounts.*', 'organisations.name as organisation_name')
    .select('specialists.institution_id', 'clerks.contact_point_id');

const Credentials = z.object({ password_hash: z.string().nullable() }).transform((row) => row.password_hash);

/** An account that may sign in. Usernames are one set for all organisations, so this takes no scope. */
export async function findByUsername(
  connection: Connection,
  username: string,
): Promise<{ account: Person; passwordHash: string | null } | undefined> {
  const row = await accounts(connection)
    .leftJoin('local_credentials', 'local_credentials.account_id', 'accounts.id')
    .select('local_credentials.password_hash')
    .where('accounts.username', username)
    .first();
  return row && { account: Row.parse(row), passwordHash: Credentials.parse(row) };
}

/** The account of a session that is not over; takes no scope, for the session is what gives one. */
export async function findById(connection: Connection, id: AccountId): Promise<Person | undefined> {
  const row = await accounts(connection).where('accounts.id', id).first();
  return row && Row.parse(row);
}

export async function findInScope(connection: Connection, scope: Scope, id: AccountId): Promise<Person | undefined> {
  const row = await scoped(accounts(connection).where('accounts.id', id), scope, 'accounts.organisation_id').first();
  return row && Row.parse(row);
}

/** Who has not signed in for long loses their rights; who has counts in the month's share of the upkeep. */
export async function noteSignIn(
  connection: Connection,
  { id, organisation }: Pick<Person, 'id' | 'organisation'>,
  at: Instant,
): Promise<void> {
  await connection('accounts').where({ id }).update({ last_signed_in_at: at });
  const month = dateAt(epochMilliseconds(at), usualTimeZone).slice(0, 7);
  await connection('account_months')
    .insert({ account_id: id, organisation_id: organisation.id, month })
    .onConflict(['month', 'organisation_id', 'account_id'])
    .ignore();
}
