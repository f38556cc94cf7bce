import type { Knex } from 'knex';
import { timestamp } from '../columns.ts';
import type { Engine } from '../engines.ts';
import type { Migration } from '../migrations.ts';

/** What changes somebody's rights, and whose they are then. */
const changes = [
  { name: 'right_given', on: 'insert on role_assignments', whose: 'select new.account_id as account_id' },
  { name: 'right_changed', on: 'update on role_assignments', whose: 'select new.account_id as account_id' },
  { name: 'account_changed', on: 'update of disabled_at on accounts', whose: 'select new.id as account_id' },
  {
    name: 'role_changed',
    on: 'update on roles',
    whose: 'select distinct account_id from role_assignments where role_id = new.id',
  },
];

/** Whatever changes a right, every system that wants to be told has it in its list, in the same transaction. */
async function noteChanges(connection: Knex, engine: Engine): Promise<void> {
  for (const { name, on, whose } of changes) {
    const note = `insert into client_pushes (client_id, account_id, changes)
      select c.id, whose.account_id, 1 from api_clients c, (${whose}) as whose
      where c.push_url is not null and c.disabled_at is null
      on conflict (client_id, account_id) do update set changes = client_pushes.changes + 1`;
    if (engine === 'postgres') {
      await connection.raw(
        `create function note_${name}() returns trigger language plpgsql as $$ begin ${note}; return new; end $$`,
      );
      await connection.raw(`create trigger note_${name} after ${on} for each row execute function note_${name}()`);
    } else await connection.raw(`create trigger note_${name} after ${on} begin ${note}; end`);
  }
}

async function stopNoting(connection: Knex, engine: Engine): Promise<void> {
  for (const { name, on } of changes) {
    const table = on.split(' ').at(-1);
    if (engine === 'postgres') {
      await connection.raw(`drop trigger note_${name} on ${table}`);
      await connection.raw(`drop function note_${name}()`);
    } else await connection.raw(`drop trigger note_${name}`);
  }
}

/** Other systems that ask what rights somebody has, and who has used this one in which month. */
export const clients: Migration = {
  name: '0011-clients',

  async up(connection, engine) {
    await connection.schema
      .createTable('api_clients', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.text('name').notNullable();
        table.text('secret_hash').notNullable();
        table.text('push_url');
        /** Encrypted: pushes are signed with it. */
        table.text('push_secret');
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'last_used_at');
        timestamp(table, 'disabled_at');
        timestamp(table, 'next_push_at');
        table.integer('failed_pushes').notNullable().defaultTo(0);
        table.text('push_problem');
      })
      .createTable('client_tokens', (table) => {
        table.text('token_hash').primary();
        table.uuid('client_id').notNullable().references('api_clients.id').index();
        timestamp(table, 'expires_at').notNullable().index();
      })
      .createTable('client_pushes', (table) => {
        table.uuid('client_id').notNullable().references('api_clients.id');
        table.uuid('account_id').notNullable().references('accounts.id');
        /** How many there were since it was told last: what changes while it is being told is told again. */
        table.integer('changes').notNullable();
        table.primary(['client_id', 'account_id']);
      })
      .createTable('account_months', (table) => {
        table.uuid('account_id').notNullable().references('accounts.id');
        /** As of the sign-in: who moves on counts where they were. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        /** `2026-11`, of the installation's days. */
        table.text('month').notNullable();
        table.primary(['month', 'organisation_id', 'account_id']);
      });
    await noteChanges(connection, engine);
  },

  async down(connection, engine) {
    await stopNoting(connection, engine);
    for (const table of ['account_months', 'client_pushes', 'client_tokens', 'api_clients']) {
      await connection.schema.dropTable(table);
    }
  },
};
