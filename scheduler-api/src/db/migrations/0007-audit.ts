import type { Knex } from 'knex';
import { json, timestamp } from '../columns.ts';
import type { Engine } from '../engines.ts';
import type { Migration } from '../migrations.ts';

const kept = [
  'id',
  'organisation_id',
  'at',
  'actor_id',
  'action',
  'subject_kind',
  'subject_id',
  'result',
  'request_id',
  'source_ip',
  'details',
];
const actorsBefore = ['staff', 'kiosk', 'node', 'system', 'nobody'];
const actors = [...actorsBefore, 'guest', 'client', 'citizen'];
const neverChanged = ['audit_entries', 'audit_seals'];

function entryColumns(table: Knex.CreateTableBuilder, actorKinds: readonly string[]): void {
  table.uuid('id').primary();
  table.uuid('organisation_id').references('organisations.id');
  timestamp(table, 'at').notNullable();
  table
    .text('actor_kind')
    .notNullable()
    .checkIn([...actorKinds]);
  table.text('actor_id');
  table.text('action').notNullable();
  table.text('subject_kind');
  table.text('subject_id');
  table.text('result').notNullable().checkIn(['done', 'refused']);
  table.text('request_id');
  table.text('source_ip');
  json(table, 'details').notNullable();
}

/** A table anew with the entries of the present one: SQLite cannot change a check. */
async function rebuild(
  connection: Knex,
  engine: Engine,
  actorKinds: readonly string[],
  more: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await connection.schema.createTable('audit_entries_next', (table) => {
    entryColumns(table, actorKinds);
    more(table);
  });
  const columns = kept.join(', ');
  const known = actorKinds.map(() => '?').join(', ');
  await connection.raw(
    `insert into audit_entries_next (${columns}, actor_kind)
     select ${columns}, case when actor_kind in (${known}) then actor_kind else 'nobody' end from audit_entries`,
    [...actorKinds],
  );
  await connection.schema.dropTable('audit_entries');
  await connection.schema.renameTable('audit_entries_next', 'audit_entries');
  if (engine === 'postgres') {
    await connection.raw('alter index audit_entries_next_pkey rename to audit_entries_pkey');
  }
}

/** Whoever wants to change the past has to take these away first, which the application's role may not. */
async function refuseChanges(connection: Knex, engine: Engine): Promise<void> {
  if (engine === 'postgres') {
    await connection.raw(`create function audit_never_changed() returns trigger language plpgsql as
      $$ begin raise exception '% is only ever added to', tg_table_name; end $$`);
  }
  for (const table of neverChanged) {
    if (engine === 'postgres') {
      await connection.raw(`create trigger ${table}_never_changed before update or delete or truncate on ${table}
        for each statement execute function audit_never_changed()`);
      continue;
    }
    for (const change of ['update', 'delete']) {
      await connection.raw(`create trigger ${table}_never_${change}d before ${change} on ${table}
        begin select raise(abort, '${table} is only ever added to'); end`);
    }
  }
}

/** Whoever writes an entry, and how: it waits to be sealed. */
async function letEntriesWait(connection: Knex, engine: Engine): Promise<void> {
  const chain = `coalesce(cast(new.organisation_id as text), 'none')`;
  if (engine === 'sqlite') {
    await connection.raw(`create trigger audit_entries_wait after insert on audit_entries
      begin insert into audit_waiting (entry_id, chain) values (new.id, ${chain}); end`);
    return;
  }
  await connection.raw(`create function audit_entry_waits() returns trigger language plpgsql as
    $$ begin insert into audit_waiting (entry_id, chain) values (new.id, ${chain}); return null; end $$`);
  await connection.raw(
    'create trigger audit_entries_wait after insert on audit_entries for each row execute function audit_entry_waits()',
  );
}

/** The record that cannot be quietly changed: its entries are chained and signed, and only ever added to. */
export const audit: Migration = {
  name: '0007-audit',

  async up(connection, engine) {
    await rebuild(connection, engine, actors, (table) => {
      /** For which service case it was done. */
      table.uuid('case_id');
      table.text('reason');
      for (const columns of [['organisation_id', 'id'], ['organisation_id', 'actor_id', 'id'], ['case_id']]) {
        table.index(columns, `audit_entries_by_${columns.join('_')}`);
      }
      table.index(['organisation_id', 'subject_id', 'id'], 'audit_entries_by_subject');
      table.index(['request_id'], 'audit_entries_by_request');
    });
    await connection.schema
      .createTable('audit_chains', (table) => {
        /** An organisation, or `none`. Its row is the lock: one seals at a time. */
        table.text('chain').primary();
        table.uuid('organisation_id').references('organisations.id');
      })
      .createTable('audit_seals', (table) => {
        table.text('chain').notNullable().references('audit_chains.chain');
        table.integer('number').notNullable();
        table.uuid('organisation_id');
        /** No reference: a seal outlives an entry that somebody took away, and tells of it. */
        table.uuid('entry_id').notNullable().unique();
        timestamp(table, 'sealed_at').notNullable();
        table.boolean('after_pause').notNullable();
        table.text('hash').notNullable();
        /** Of the last of each batch. */
        table.text('key_id');
        table.text('signature');
        table.primary(['chain', 'number']);
      })
      .createTable('audit_waiting', (table) => {
        table.uuid('entry_id').primary();
        table.text('chain').notNullable();
        table.index(['chain', 'entry_id']);
      });
    await connection.raw(`insert into audit_waiting (entry_id, chain)
      select id, coalesce(cast(organisation_id as text), 'none') from audit_entries`);
    await letEntriesWait(connection, engine);
    await refuseChanges(connection, engine);
  },

  async down(connection, engine) {
    for (const table of ['audit_waiting', 'audit_seals', 'audit_chains']) await connection.schema.dropTable(table);
    await rebuild(connection, engine, actorsBefore, (table) => {
      table.index(['organisation_id', 'id']);
    });
    if (engine === 'sqlite') return;
    for (const name of ['audit_never_changed', 'audit_entry_waits']) await connection.raw(`drop function ${name}()`);
  },
};
