import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

/** Calls with more than two: who was asked in, the chat, pictures, holding, emergencies; and what nodes and kiosks say of themselves. */
export const calls: Migration = {
  name: '0005-calls',
  async up(connection) {
    await connection.schema.alterTable('consultations', (table) => {
      timestamp(table, 'held_at');
      timestamp(table, 'emergency_at');
      table.uuid('handed_over_by');
    });
    await connection.schema.alterTable('media_nodes', (table) => {
      /** The rooms on it with their figures, as it said last. */
      json(table, 'rooms').notNullable().defaultTo('[]');
    });
    await connection.schema.alterTable('kiosks', (table) => {
      json(table, 'self_test');
    });
    await connection.schema
      .createTable('invitations', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('consultation_id').notNullable().references('consultations.id').index();
        table.text('role').notNullable().checkIn(['interpreter', 'colleague', 'clerk']);
        table.text('name').notNullable();
        table.text('language');
        table.uuid('account_id').references('accounts.id').index();
        table.uuid('invited_by').notNullable().references('accounts.id');
        table.text('state').notNullable().checkIn(['invited', 'joined', 'left', 'declined', 'withdrawn', 'expired']);
        /** Of the code in the link, SHA-256; the code itself is kept nowhere. */
        table.text('code_hash').unique();
        timestamp(table, 'invited_at').notNullable();
        timestamp(table, 'joined_at');
        timestamp(table, 'ended_at');
        timestamp(table, 'expires_at').notNullable();
      })
      .createTable('guest_sessions', (table) => {
        table.text('token_hash').primary();
        table.uuid('invitation_id').notNullable().references('invitations.id').index();
        timestamp(table, 'expires_at').notNullable();
      })
      .createTable('chat_messages', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('consultation_id').notNullable().references('consultations.id');
        table.integer('sequence').notNullable();
        timestamp(table, 'at').notNullable();
        table.text('from_role').notNullable();
        table.uuid('from_id').notNullable();
        table.text('name').notNullable();
        table.text('text').notNullable();
        // Two lines written at once cannot get the same number: one of them is written again.
        table.unique(['consultation_id', 'sequence']);
      })
      .createTable('case_pictures', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('case_id').notNullable().references('service_cases.id').index();
        timestamp(table, 'taken_at').notNullable();
        table.binary('jpeg').notNullable();
        table.integer('bytes').notNullable();
      });
  },
  async down(connection) {
    for (const table of ['case_pictures', 'chat_messages', 'guest_sessions', 'invitations']) {
      await connection.schema.dropTable(table);
    }
    // In so many words: knex would make SQLite's tables anew, which their foreign keys do not let it.
    const columns = {
      kiosks: ['self_test'],
      media_nodes: ['rooms'],
      consultations: ['held_at', 'emergency_at', 'handed_over_by'],
    };
    for (const [table, names] of Object.entries(columns)) {
      for (const name of names) await connection.raw('alter table ?? drop column ??', [table, name]);
    }
  },
};
