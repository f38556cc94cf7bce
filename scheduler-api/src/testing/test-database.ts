import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { DatabaseConfig } from '../config/database-url.ts';
import { openDatabase } from '../db/database.ts';
import { createKnex } from '../db/engines.ts';
import { createLogger } from '../logger.ts';

export type TestDatabase = { config: DatabaseConfig; drop(): Promise<void> };

const migrationsFolder = new URL('../db/migrations/', import.meta.url);
/** Any number that nothing else on the server uses for an advisory lock. */
const lockNumber = 731_904_113;

/** An empty database of one's own: in memory, or on the PostgreSQL server that TEST_DATABASE_URL names. */
export const createTestDatabase = (server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> =>
  server ? createOn(server, 'template1') : inMemory();

/** One with all tables. On PostgreSQL they are made once for a server and copied: making them takes most of a second. */
export const createTestDatabaseWithTables = async (server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> =>
  server ? createOn(server, await templateOn(server)) : inMemory();

const inMemory = async (): Promise<TestDatabase> => ({
  config: { engine: 'sqlite', filename: ':memory:' },
  drop: async () => {},
});

async function createOn(server: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (run) => run(`create database ${name} template ${template}`));
  return {
    config: { engine: 'postgres', url: urlOf(server, name) },
    drop: () => onServer(server, (run) => run(`drop database if exists ${name} with (force)`)),
  };
}

let template: Promise<string> | undefined;
function templateOn(server: string): Promise<string> {
  template ??= makeTemplate(server);
  return template;
}

/** Of several processes that want it one makes it, and the others wait. Other tables have another name. */
async function makeTemplate(server: string): Promise<string> {
  const files = readdirSync(migrationsFolder).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(file, migrationsFolder)));
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await onServer(server, async (run) => {
    await run(`select pg_advisory_lock(${lockNumber})`);
    try {
      if ((await run(`select 1 from pg_database where datname = '${name}'`)) > 0) return;
      await run(`drop database if exists ${name}_new with (force)`);
      await run(`create database ${name}_new`);
      const made = await openDatabase(
        { engine: 'postgres', url: urlOf(server, `${name}_new`) },
        createLogger('silent'),
      );
      await made.close();
      await run(`alter database ${name}_new rename to ${name}`);
    } finally {
      await run(`select pg_advisory_unlock(${lockNumber})`);
    }
  });
  return name;
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** @param work is given what runs one statement after another on one connection, and says how many rows each gave */
async function onServer(url: string, work: (run: (sql: string) => Promise<number>) => Promise<unknown>): Promise<void> {
  const pool = createKnex({ engine: 'postgres', url });
  try {
    const connection = await pool.client.acquireConnection();
    try {
      await work(async (sql) => (await pool.raw(sql).connection(connection)).rowCount ?? 0);
    } finally {
      await pool.client.releaseConnection(connection);
    }
  } finally {
    await pool.destroy();
  }
}
