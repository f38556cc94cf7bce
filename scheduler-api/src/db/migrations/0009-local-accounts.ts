import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

/** Passkeys, one-time codes, and what stands between the first step of signing in and the second. */
export const localAccounts: Migration = {
  name: '0009-local-accounts',

  async up(connection) {
    await connection.schema
      .createTable('passkeys', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('account_id').notNullable().references('accounts.id').index();
        /** Base64url; made by the passkey, and how it names itself. */
        table.text('credential_id').notNullable().unique();
        /** COSE, in base64url. */
        table.text('public_key').notNullable();
        /** How often it says that it was used; 0 for those that do not count. */
        table.bigInteger('counter').notNullable();
        json(table, 'transports').notNullable();
        table.text('name').notNullable();
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'last_used_at');
      })
      .createTable('passkey_challenges', (table) => {
        /** SHA-256; the challenge itself is at the browser. The row goes when it is answered. */
        table.text('fingerprint').primary();
        /** Whose passkey is to be made; null for signing in, when nobody knows yet. */
        table.uuid('account_id').references('accounts.id');
        table.uuid('organisation_id').references('organisations.id');
        timestamp(table, 'expires_at').notNullable().index();
      })
      .createTable('pending_sign_ins', (table) => {
        /** Of the token in the browser's cookie, SHA-256. */
        table.text('fingerprint').primary();
        table.uuid('account_id').notNullable().references('accounts.id').index();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.text('method').notNullable().checkIn(['password', 'directory']);
        table.integer('attempts').notNullable().defaultTo(0);
        timestamp(table, 'expires_at').notNullable().index();
      });
    await connection.schema.alterTable('local_credentials', (table) => {
      /** The step of the last code that was good: neither it nor one before it is good again. */
      table.bigInteger('totp_last_step');
      /** Encrypted; not in use before its first code was given. */
      table.text('totp_next_secret');
    });
    await connection.schema.alterTable('staff_sessions', (table) => {
      /** Good for nothing but to set up a second factor. */
      table.boolean('limited').notNullable().defaultTo(false);
    });
  },

  async down(connection) {
    // In so many words: knex would make SQLite's tables anew, which their foreign keys do not let it.
    const columns = { staff_sessions: ['limited'], local_credentials: ['totp_last_step', 'totp_next_secret'] };
    for (const [table, names] of Object.entries(columns)) {
      for (const name of names) await connection.raw('alter table ?? drop column ??', [table, name]);
    }
    for (const table of ['pending_sign_ins', 'passkey_challenges', 'passkeys'])
      await connection.schema.dropTable(table);
  },
};
