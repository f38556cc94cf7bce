import { randomUUID } from 'node:crypto';
import type { DatabaseConfig } from '../config/database-url.ts';
import { createKnex } from '../db/engines.ts';

export type TestDatabase = { config: DatabaseConfig; drop(): Promise<void> };

/** An empty database of one's own: in memory, or on the PostgreSQL server that TEST_DATABASE_URL names. */
export async function createTestDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  if (!server) return { config: { engine: 'sqlite', filename: ':memory:' }, drop: async () => {} };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  return {
    config: { engine: 'postgres', url: url.href },
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = createKnex({ engine: 'postgres', url });
  try {
    await connection.raw(sql);
  } finally {
    await connection.destroy();
  }
}
