import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { applicationRole } from './application-role.ts';
import { type Database, openDatabase } from './database.ts';
import { createKnex } from './engines.ts';

const server = process.env.TEST_DATABASE_URL;
const logger = createLogger('silent');
const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  toClose.push(database.drop);
  return database;
}
async function open(database: TestDatabase): Promise<Database> {
  const db = await openDatabase(database.config, logger);
  toClose.push(db.close);
  return db;
}
function asOwner({ config }: TestDatabase): Knex {
  const knex = createKnex(config);
  toClose.push(() => knex.destroy());
  return knex;
}
const now = '2027-03-01T08:00:00.000Z';
const entry = () => ({
  id: randomUUID(),
  at: now,
  actor_kind: 'system',
  action: 'case.read',
  result: 'done',
  details: '{}',
});

describe.skipIf(!server)('on PostgreSQL the server works as a role', () => {
  it('that may add to the record and read it, but neither change it nor clear it', async () => {
    const { connection } = await open(await emptyDatabase());
    const { rows } = await connection.raw('select current_user as name');
    expect(rows).toEqual([{ name: applicationRole }]);
    await connection('audit_entries').insert(entry());
    expect(await connection('audit_entries').pluck('action')).toEqual(['case.read']);
    for (const table of ['audit_entries', 'audit_seals']) {
      for (const sql of [`update ${table} set organisation_id = null`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(connection.raw(sql)).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('that may change neither tables nor what guards them', async () => {
    const { connection } = await open(await emptyDatabase());
    for (const sql of [
      'create table extra (id int)',
      'drop table audit_entries',
      'alter table audit_entries disable trigger all',
      'drop trigger audit_entries_never_changed on audit_entries',
      'alter table service_cases disable row level security',
      'delete from migrations',
    ]) {
      await expect(connection.raw(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('that many servers make at the same moment, in as many databases', async () => {
    const databases = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()]);
    const servers = await Promise.all([...databases, ...databases].map(open));
    for (const { connection } of servers) await connection('audit_entries').insert(entry());
  });

  it('that an owner without other rights can take on, once an administrator has let it', async () => {
    const database = await emptyDatabase();
    const admin = asOwner(database);
    const name = `owner_${randomUUID().replaceAll('-', '')}`;
    await admin.raw(`create role ${name} login password 'x'`);
    toClose.push(async () => {
      await admin.raw(`reassign owned by ${name} to current_user`);
      await admin.raw(`drop owned by ${name}`);
      await admin.raw(`drop role ${name}`);
    });
    await admin.raw('create extension if not exists btree_gist');
    await admin.raw(`grant all on schema public to ${name}`);
    const url = new URL(database.config.engine === 'postgres' ? database.config.url : '');
    Object.assign(url, { username: name, password: 'x' });
    const asItself = { ...database, config: { engine: 'postgres' as const, url: url.href } };
    await expect(openDatabase(asItself.config, logger)).rejects.toThrow(`grant ${applicationRole} to ${name};`);
    await admin.raw(`grant ${applicationRole} to ${name}`);
    const db = await openDatabase(asItself.config, logger);
    await db.connection('audit_entries').insert(entry());
    await expect(db.connection('audit_entries').delete()).rejects.toMatchObject({ code: '42501' });
    await db.close();
  });
});

describe.runIf(server)('an owner of the tables', () => {
  it('is refused by the tables themselves', async () => {
    const database = await emptyDatabase();
    await open(database);
    const owner = asOwner(database);
    await owner('audit_entries').insert(entry());
    for (const sql of ['update audit_entries set action = 0', 'delete from audit_entries', 'truncate audit_entries']) {
      await expect(owner.raw(sql)).rejects.toThrow('audit_entries is only ever added to');
    }
  });
});
