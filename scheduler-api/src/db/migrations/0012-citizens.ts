import { timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

const evidence = ['passport', 'identity-card', 'residence-permit', 'driving-licence', 'institution-record'];

/** Which services ask who somebody is, who they were, and how that was made sure of. */
export const citizens: Migration = {
  name: '0012-citizens',
  async up(connection) {
    await connection.schema.alterTable('public_services', (table) => {
      table.text('identity').notNullable().defaultTo('none').checkIn(['none', 'checked']);
    });
    await connection.schema
      .createTable('citizen_identities', (table) => {
        table.uuid('case_id').primary().references('service_cases.id');
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.text('method').notNullable().checkIn(['document', 'provider']);
        table.text('evidence').checkIn(evidence);
        table.text('provider');
        table.text('given_name').notNullable();
        table.text('family_name').notNullable();
        /** Encrypted for this case, and its keyed hash for exact searches; null where none was asked for. */
        table.text('code_sealed');
        table.text('code_hash');
        /** Which key both were made with. */
        table.text('key_id').index();
        timestamp(table, 'checked_at').notNullable();
        table.uuid('checked_by').references('accounts.id');
        table.uuid('checked_at_kiosk').references('kiosks.id');
        table.index(['organisation_id', 'code_hash']);
      })
      // A kiosk has one sign-in under way: another one begun there takes its place.
      .createTable('citizen_sign_ins', (table) => {
        table.uuid('kiosk_id').primary().references('kiosks.id');
        table.uuid('id').notNullable().unique();
        /** The institution's, for whose service it is. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        /** What the provider must send back; then who the citizen is, until they have asked. Encrypted for the sign-in's id. */
        table.text('checks_sealed');
        table.text('citizen_sealed');
        timestamp(table, 'expires_at').notNullable().index();
      });
  },
  async down(connection) {
    for (const table of ['citizen_sign_ins', 'citizen_identities']) await connection.schema.dropTable(table);
    // In so many words: knex would make SQLite's tables anew, which their foreign keys do not let it.
    await connection.raw('alter table ?? drop column ??', ['public_services', 'identity']);
  },
};
