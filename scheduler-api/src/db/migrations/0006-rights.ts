import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { z } from 'zod';
import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

const builtInRoles = ['clerk', 'specialist', 'manager', 'administrator', 'auditor'];
const organisationKinds = ['municipality', 'institution', 'enterprise', 'unit'];

const Before = z.object({
  id: z.string(),
  organisation_id: z.string(),
  role: z.string(),
  password_hash: z.string(),
  created_at: z.string(),
});

const Session = z.object({ token_hash: z.string(), account_id: z.string() });

/** A year from the migration: those who work here go on, and whoever manages them says anew who may. */
const firstTermMs = 365 * 86_400_000;

/** Organisations as a tree; what somebody may do is a right with a term, and how they sign in is apart from who they are. */
export const rights: Migration = {
  name: '0006-rights',

  async up(connection) {
    await connection.schema.alterTable('organisations', (table) => {
      // Without a reference in SQLite's words: knex would make the table anew, which its foreign keys do not let it.
      table.uuid('parent_id').index();
      table.text('kind').notNullable().defaultTo('institution').checkIn(organisationKinds);
    });
    await connection.schema
      .createTable('local_credentials', (table) => {
        table.uuid('account_id').primary().references('accounts.id');
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.text('password_hash');
        /** Encrypted: whoever reads it could make codes. */
        table.text('totp_secret');
        timestamp(table, 'totp_confirmed_at');
        timestamp(table, 'changed_at').notNullable();
      })
      .createTable('roles', (table) => {
        table.text('id').primary();
        /** Null for those that every installation has. */
        table.uuid('organisation_id').references('organisations.id').index();
        table.text('name').notNullable();
        /** Null for those that every installation has: what they hold is in the contracts. */
        json(table, 'permissions');
        timestamp(table, 'retired_at');
      })
      .createTable('role_assignments', (table) => {
        table.uuid('id').primary();
        /** Where it holds: there and in all organisations below. */
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.uuid('account_id').notNullable().references('accounts.id').index();
        table.text('role_id').notNullable().references('roles.id');
        timestamp(table, 'valid_from').notNullable();
        timestamp(table, 'valid_until').notNullable().index();
        /** What it was granted for: a request, a provider's group; null for the installation itself. */
        table.uuid('request_id');
        table.uuid('delegated_by').references('accounts.id');
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'withdrawn_at');
        table.uuid('withdrawn_by').references('accounts.id');
        table.text('withdrawn_reason');
        table.check('valid_from < valid_until', [], 'role_assignments_term');
      });
    await connection('roles').insert(builtInRoles.map((id) => ({ id, name: id })));

    const accounts = z.array(Before).parse(await connection('accounts').select('*'));
    const now = new Date();
    for (const account of accounts) {
      const { id: account_id, organisation_id, created_at } = account;
      await connection('local_credentials').insert({
        account_id,
        organisation_id,
        password_hash: account.password_hash,
        changed_at: created_at,
      });
      await connection('role_assignments').insert({
        id: account_id,
        organisation_id,
        account_id,
        role_id: account.role,
        valid_from: created_at,
        valid_until: new Date(now.getTime() + firstTermMs).toISOString(),
        created_at: now.toISOString(),
      });
    }
    await drop(connection, 'accounts', ['role', 'password_hash']);
    await connection.schema.alterTable('accounts', (table) => {
      table.text('email');
      timestamp(table, 'last_signed_in_at');
    });
    await connection.schema.alterTable('staff_sessions', (table) => {
      table.uuid('id').index();
      table.uuid('organisation_id');
      table.text('method').notNullable().defaultTo('password').checkIn(['password', 'passkey', 'oidc', 'directory']);
      table.text('device').notNullable().defaultTo('');
      table.text('source_ip');
    });
    const sessions = z.array(Session).parse(await connection('staff_sessions').select('token_hash', 'account_id'));
    for (const { token_hash, account_id } of sessions) {
      const organisation_id = accounts.find(({ id }) => id === account_id)?.organisation_id;
      await connection('staff_sessions').where({ token_hash }).update({ id: randomUUID(), organisation_id });
    }
  },

  async down(connection, engine) {
    await drop(connection, 'staff_sessions', ['method', 'device', 'source_ip', 'organisation_id']);
    await connection.raw('drop index ??', ['staff_sessions_id_index']);
    await drop(connection, 'staff_sessions', ['id']);
    await drop(connection, 'accounts', ['email', 'last_signed_in_at']);
    const check = "check (role in ('clerk', 'specialist', 'administrator'))";
    await connection.raw(`alter table accounts add column role text not null default 'administrator' ${check}`);
    await connection.raw("alter table accounts add column password_hash text not null default ''");
    await connection.raw(
      'update accounts set password_hash = coalesce((select password_hash from local_credentials c where c.account_id = accounts.id), password_hash)',
    );
    for (const post of ['clerk', 'specialist']) {
      await connection('accounts')
        .whereIn('id', connection('role_assignments').select('account_id').where({ role_id: post }))
        .update({ role: post });
    }
    for (const table of ['role_assignments', 'roles', 'local_credentials']) await connection.schema.dropTable(table);
    await connection.raw('drop index ??', ['organisations_parent_id_index']);
    await drop(connection, 'organisations', ['parent_id', 'kind']);
    if (engine === 'postgres') await connection.raw('alter table accounts alter column role drop default');
  },
};

/** In so many words: knex would make SQLite's tables anew, which their foreign keys do not let it. */
async function drop(connection: Knex, table: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) await connection.raw('alter table ?? drop column ??', [table, column]);
}
