import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import createClient, { type Knex } from 'knex';
import pg from 'pg';
import type { DatabaseConfig } from '../config/database-url.ts';
import type { Logger } from '../logger.ts';

export type Engine = DatabaseConfig['engine'];

type ConnectionOptions = {
  /** Hears of connections that broke; otherwise nobody does. */
  logger?: Logger;
  /** As whom to work on PostgreSQL; else as the user whom the URL names. */
  role?: string;
};

const { builtins, getTypeParser } = pg.types;

/** What PostgreSQL's text becomes, so that both engines give the same values. */
function postgresParser(oid: number) {
  switch (oid) {
    case builtins.TIMESTAMPTZ:
      return (text: string) => new Date(text).toISOString();
    case builtins.DATE:
      return (text: string) => text;
    case builtins.INT8:
    case builtins.NUMERIC:
      return Number;
    // JSON stays text on both engines: repositories parse it with their schema.
    case builtins.JSON:
    case builtins.JSONB:
      return (text: string) => text;
    default:
      return getTypeParser(oid);
  }
}

function createPostgres(url: string, { logger, role }: ConnectionOptions): Knex {
  // Whoever asked learns of the failure; of connections that nobody used only this is heard.
  const say = (message: unknown) => logger?.warn({ reason: String(message) }, 'the database’s connections');
  return createClient({
    client: 'pg',
    compileSqlOnError: false,
    connection: {
      connectionString: url,
      types: { getTypeParser: postgresParser },
      application_name: 'scheduler-api',
      keepAlive: true,
      // What a server that vanished in a transaction had locked is free again.
      idle_in_transaction_session_timeout: 30_000,
    },
    pool: {
      min: 0,
      max: 10,
      afterCreate(connection: pg.Client, done: (error: Error | null, connection: pg.Client) => void) {
        if (role === undefined) done(null, connection);
        else connection.query(`set role ${role}`, (error) => done(error, connection));
      },
    },
    acquireConnectionTimeout: 30_000,
    log: { warn: say, error: say, deprecate: say, debug: say },
  });
}

/** The part of better-sqlite3's connection that is used when one is opened. */
type SqliteConnection = {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
  function(name: string, options: { deterministic: boolean }, call: (value: unknown) => unknown): unknown;
};

/** As many as there are queries here, with some room; lists of many ids make a query for each length. */
const statementsKept = 500;

/** Compiling a query takes SQLite as long as many a query itself: those used lately are kept. */
function remembering(prepare: (sql: string) => unknown) {
  const known = new Map<string, unknown>();
  return (sql: string): unknown => {
    const statement = known.get(sql) ?? prepare(sql);
    known.delete(sql);
    known.set(sql, statement);
    const [oldest] = known.keys();
    if (known.size > statementsKept && oldest !== undefined) known.delete(oldest);
    return statement;
  };
}

function prepareSqlite(
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 2000');
  // SQLite's own lower() knows no letters beyond ASCII.
  connection.function('unicode_lower', { deterministic: true }, (value) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
  // Every transaction takes the write lock at once: one that first reads and then writes can otherwise not be let
  // through when another process wrote in between, and no waiting helps it.
  const prepare = remembering(connection.prepare.bind(connection));
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql);
  done(null, connection);
}

function createSqlite(filename: string): Knex {
  if (filename !== ':memory:') mkdirSync(dirname(filename), { recursive: true });
  return createClient({
    client: 'better-sqlite3',
    // Otherwise the values of a refused query stand in the error's message, and so in the log.
    compileSqlOnError: false,
    connection: { filename },
    useNullAsDefault: true,
    // One connection: SQLite has one writer anyway, and an in-memory database lives and dies with its connection.
    pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    acquireConnectionTimeout: 30_000,
  });
}

export function createKnex(config: DatabaseConfig, options: ConnectionOptions = {}): Knex {
  return config.engine === 'postgres' ? createPostgres(config.url, options) : createSqlite(config.filename);
}
