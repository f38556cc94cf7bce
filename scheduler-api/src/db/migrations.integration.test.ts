import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createIds } from '../ids.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createKnex } from './engines.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations.ts';

const clock = createFakeClock();
const ids = createIds(clock);
const now = clock.now();

let database: TestDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await createTestDatabase();
  knex = createKnex(database.config);
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

const run = (direction: 'up' | 'down', list: readonly Migration[] = migrations) =>
  migrate(knex, database.config.engine, { direction, list });

async function tables(): Promise<string[]> {
  const query =
    database.config.engine === 'postgres'
      ? knex('information_schema.tables').where({ table_schema: 'public' }).select('table_name as name')
      : knex('sqlite_master').where({ type: 'table' }).whereNot('name', 'like', 'sqlite%').select('name');
  const rows = z.array(z.object({ name: z.string() })).parse(await query);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('migrations'));
}

it('go up, down and up again, and a second time up changes nothing', async () => {
  await run('up');
  const made = await tables();
  expect(made).toContain('accounts');
  await run('up');
  await run('down');
  expect(await tables()).toEqual([]);
  await run('up');
  expect((await tables()).sort()).toEqual(made.sort());
});

it('keep what is there when later ones are run, and go down over it', async () => {
  await run('down');
  const [first, ...later] = migrations;
  if (!first) throw new Error('There are no migrations');
  await run('up', [first]);
  const organisation = { id: ids.uuid(), name: 'Valsts', created_at: now };
  await knex('organisations').insert(organisation);
  const account = {
    id: ids.uuid(),
    organisation_id: organisation.id,
    username: 'anna',
    display_name: 'Anna',
    created_at: now,
  };
  await knex('accounts').insert({ ...account, password_hash: 'x', role: 'clerk' });
  const session = { token_hash: 'y', account_id: account.id, created_at: now, last_used_at: now, expires_at: now };
  await knex('staff_sessions').insert(session);
  await run('up', [first, ...later]);
  expect(await knex('accounts').first()).toMatchObject({ ...account, disabled_at: null });
  // What somebody may do and how they sign in have tables of their own by now, and whoever was signed in still is.
  const owned = { account_id: account.id, organisation_id: organisation.id };
  expect(await knex('local_credentials')).toMatchObject([{ ...owned, password_hash: 'x' }]);
  expect(await knex('role_assignments')).toMatchObject([{ ...owned, role_id: 'clerk', withdrawn_at: null }]);
  expect(await knex('staff_sessions')).toMatchObject([
    { ...session, ...owned, id: expect.stringMatching(/^[\da-f-]{36}$/), method: 'password', ended_at: null },
  ]);
  await run('down');
  expect(await tables()).toEqual([]);
});

it('wait for one another when two servers start at once', async () => {
  await Promise.all([run('up'), run('up'), run('up')]);
  expect(await tables()).toContain('accounts');
});

it.each([
  ['a username with capitals', { username: 'Anna' }],
  ['an organisation that is not there', { organisation_id: ids.uuid() }],
])('make the database refuse an account with %s', async (_what, wrong) => {
  await run('up');
  const organisationId = ids.uuid();
  await knex('organisations').insert({ id: organisationId, name: 'Valsts', created_at: now });
  const account = {
    id: ids.uuid(),
    organisation_id: organisationId,
    username: organisationId,
    display_name: 'Anna',
    created_at: now,
  };
  await expect(knex('accounts').insert({ ...account, ...wrong })).rejects.toThrow();
  await knex('accounts').insert(account);
});

it('never put the refused values into the error', async () => {
  await run('up');
  const row = { id: ids.uuid(), name: 'Slepens vārds', created_at: now };
  await knex('organisations').insert(row);
  const error = await knex('organisations')
    .insert(row)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain('Slepens');
});
