import type { Knex } from 'knex';
import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

const owned = (table: Knex.CreateTableBuilder) => {
  table.uuid('id').primary();
  table.uuid('organisation_id').notNullable().references('organisations.id').index();
};

/** What an organisation has: institutions with services and specialists, contact points with kiosks and clerks. */
export const contactPointsAndServices: Migration = {
  name: '0002-contact-points-and-services',
  async up(connection) {
    await connection.schema
      .createTable('institutions', (table) => {
        owned(table);
        table.text('code').notNullable().unique();
        json(table, 'name').notNullable();
      })
      .createTable('public_services', (table) => {
        owned(table);
        table.uuid('institution_id').notNullable().references('institutions.id').index();
        json(table, 'name').notNullable();
        json(table, 'description').notNullable();
        json(table, 'bring');
        table.text('topic').notNullable();
        table.integer('minutes').notNullable();
      })
      .createTable('contact_points', (table) => {
        owned(table);
        table.text('name').notNullable();
        table.text('address').notNullable();
        table.text('time_zone').notNullable();
      })
      .createTable('kiosks', (table) => {
        owned(table);
        table.uuid('contact_point_id').notNullable().references('contact_points.id').index();
        table.text('name').notNullable();
        json(table, 'public_key');
        timestamp(table, 'enrolled_at');
        /** The socket through which it is there now; null while it is away. */
        table.text('connection_id');
        table.text('activity').notNullable().defaultTo('rest');
        timestamp(table, 'help_requested_at');
        /** A session that a clerk started and that the citizen has not taken up yet. */
        json(table, 'start_request');
      })
      .createTable('enrolment_codes', (table) => {
        table.text('code_hash').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('kiosk_id').notNullable().references('kiosks.id').index();
        timestamp(table, 'expires_at').notNullable();
        timestamp(table, 'used_at');
      })
      .createTable('kiosk_challenges', (table) => {
        table.text('challenge').primary();
        table.uuid('kiosk_id').notNullable();
        timestamp(table, 'expires_at').notNullable().index();
      })
      .createTable('kiosk_sessions', (table) => {
        table.text('token_hash').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('kiosk_id').notNullable().references('kiosks.id').index();
        timestamp(table, 'expires_at').notNullable().index();
      })
      .createTable('clerks', (table) => {
        table.uuid('account_id').primary().references('accounts.id');
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.uuid('contact_point_id').notNullable().references('contact_points.id').index();
      })
      .createTable('specialists', (table) => {
        table.uuid('account_id').primary().references('accounts.id');
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.uuid('institution_id').notNullable().references('institutions.id').index();
        json(table, 'languages').notNullable();
        table.boolean('available').notNullable().defaultTo(false);
        table.text('away_because');
        timestamp(table, 'idle_since');
        /** Not rung before this: time to write down the last consultation. */
        timestamp(table, 'wrap_up_until');
        table.text('connection_id');
      })
      .createTable('specialist_services', (table) => {
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('specialist_id').notNullable().references('specialists.account_id');
        table.uuid('service_id').notNullable().references('public_services.id').index();
        table.primary(['specialist_id', 'service_id']);
      });
  },
  async down(connection) {
    const tables = [
      'specialist_services',
      'specialists',
      'clerks',
      'kiosk_sessions',
      'kiosk_challenges',
      'enrolment_codes',
    ];
    for (const table of [...tables, 'kiosks', 'contact_points', 'public_services', 'institutions']) {
      await connection.schema.dropTable(table);
    }
  },
};
