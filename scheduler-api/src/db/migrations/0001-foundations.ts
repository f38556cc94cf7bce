import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

/** Organisations, who works in them, how they sign in, and what is remembered of what they did. */
export const foundations: Migration = {
  name: '0001-foundations',

  async up(connection) {
    await connection.schema.createTable('organisations', (table) => {
      table.uuid('id').primary();
      table.text('name').notNullable();
      timestamp(table, 'created_at').notNullable();
    });

    await connection.schema.createTable('accounts', (table) => {
      table.uuid('id').primary();
      table.uuid('organisation_id').notNullable().references('organisations.id');
      table.text('username').notNullable().unique();
      table.text('password_hash').notNullable();
      table.text('display_name').notNullable();
      table.text('job_title');
      table.text('role').notNullable().checkIn(['clerk', 'specialist', 'administrator']);
      timestamp(table, 'created_at').notNullable();
      timestamp(table, 'disabled_at');
      table.check('username = lower(username)', [], 'accounts_username_lower_case');
    });

    await connection.schema.createTable('staff_sessions', (table) => {
      table.text('token_hash').primary();
      table.uuid('account_id').notNullable().references('accounts.id').index();
      timestamp(table, 'created_at').notNullable();
      timestamp(table, 'last_used_at').notNullable();
      timestamp(table, 'expires_at').notNullable();
      timestamp(table, 'ended_at');
    });

    await connection.schema.createTable('sign_in_attempts', (table) => {
      table.text('bucket').primary();
      table.integer('failures').notNullable();
      timestamp(table, 'last_failed_at');
      timestamp(table, 'last_succeeded_at');
      timestamp(table, 'blocked_until');
    });

    await connection.schema.createTable('audit_entries', (table) => {
      table.uuid('id').primary();
      table.uuid('organisation_id').references('organisations.id');
      timestamp(table, 'at').notNullable();
      table.text('actor_kind').notNullable().checkIn(['staff', 'kiosk', 'node', 'system', 'nobody']);
      table.text('actor_id');
      table.text('action').notNullable();
      table.text('subject_kind');
      table.text('subject_id');
      table.text('result').notNullable().checkIn(['done', 'refused']);
      table.text('request_id');
      table.text('source_ip');
      json(table, 'details').notNullable();
      table.index(['organisation_id', 'id']);
    });

    await connection.schema.createTable('idempotency_keys', (table) => {
      table.text('principal').notNullable();
      table.text('key').notNullable();
      table.text('route').notNullable();
      table.text('request_hash').notNullable();
      json(table, 'reply').notNullable();
      timestamp(table, 'created_at').notNullable().index();
      table.primary(['principal', 'key']);
    });
  },

  async down(connection) {
    for (const table of [
      'idempotency_keys',
      'audit_entries',
      'sign_in_attempts',
      'staff_sessions',
      'accounts',
      'organisations',
    ]) {
      await connection.schema.dropTable(table);
    }
  },
};
