import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

/** Through whom an organisation's staff sign in: OpenID Connect providers, and directories. */
export const providers: Migration = {
  name: '0008-providers',

  async up(connection) {
    await connection.schema
      .createTable('identity_providers', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.text('name').notNullable();
        table.text('issuer').notNullable();
        table.text('client_id').notNullable();
        /** Sealed, for the provider's id; null where the client is a public one. */
        table.text('client_secret');
        table.text('scopes').notNullable();
        /** Which claim is the username, the e-mail address, the name, the groups. */
        json(table, 'claims').notNullable();
        /** Which group holds which role. */
        json(table, 'groups').notNullable();
        table.boolean('creates_accounts').notNullable();
        table.boolean('enabled').notNullable();
        timestamp(table, 'created_at').notNullable();
      })
      .createTable('provider_domains', (table) => {
        // Of one provider in the whole installation: whoever types a login is sent to one place.
        table.text('domain').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('provider_id').notNullable().references('identity_providers.id').index();
        table.check('domain = lower(domain)', [], 'provider_domains_lower_case');
      })
      .createTable('external_identities', (table) => {
        table.uuid('provider_id').notNullable().references('identity_providers.id');
        table.text('subject').notNullable();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('account_id').notNullable().references('accounts.id').index();
        timestamp(table, 'created_at').notNullable();
        table.primary(['provider_id', 'subject']);
        // Nobody takes over an account that somebody else of the same provider has.
        table.unique(['provider_id', 'account_id']);
      })
      .createTable('sign_in_flows', (table) => {
        /** Of the cookie of the browser that began it. */
        table.text('fingerprint').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('provider_id').notNullable().references('identity_providers.id').index();
        table.text('state').notNullable();
        table.text('nonce').notNullable();
        table.text('verifier').notNullable();
        timestamp(table, 'expires_at').notNullable().index();
      })
      .createTable('provider_sessions', (table) => {
        /** The session here. */
        table.uuid('session_id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('account_id').notNullable().references('accounts.id');
        table.uuid('provider_id').notNullable().references('identity_providers.id');
        table.text('subject').notNullable();
        /** The session there, where the provider names it. */
        table.text('sid');
        /** Sealed, for the session's id: shown to the provider when its session is to end too. */
        table.text('id_token').notNullable();
        table.index(['provider_id', 'subject']);
      })
      .createTable('used_logout_tokens', (table) => {
        table.uuid('provider_id').notNullable().references('identity_providers.id');
        /** Of the token's id. */
        table.text('fingerprint').notNullable();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        timestamp(table, 'expires_at').notNullable().index();
        table.primary(['provider_id', 'fingerprint']);
      })
      .createTable('directories', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.text('name').notNullable();
        table.text('url').notNullable();
        /** Of the authority that its certificate comes from, PEM; null for those that this system trusts anyway. */
        table.text('certificate');
        table.text('bind_dn').notNullable();
        /** Sealed, for the directory's id. */
        table.text('bind_password').notNullable();
        table.text('base_dn').notNullable();
        /** Which attribute is the login, the name that never changes, the person's name, e-mail address and title. */
        json(table, 'attributes').notNullable();
        /** Where groups are looked for; null where a person's own entry names them. */
        table.text('group_base_dn');
        table.text('group_attribute').notNullable();
        /** Which group holds which role. */
        json(table, 'groups').notNullable();
        json(table, 'domains').notNullable();
        /** The smaller, the more it is trusted. */
        table.integer('trust_order').notNullable();
        table.boolean('enabled').notNullable();
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'next_sync_at').notNullable();
        /** While one server synchronises, no other does; one that went away meanwhile is not waited for longer than this. */
        timestamp(table, 'syncing_until');
        timestamp(table, 'last_synced_at');
        /** What the last attempt came to. */
        json(table, 'last_sync_result');
      })
      .createTable('directory_identities', (table) => {
        table.uuid('directory_id').notNullable().references('directories.id');
        /** What never changes of an entry, whatever it is called. */
        table.text('stable_id').notNullable();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        // One account is one person of one directory: no other directory can speak for it.
        table.uuid('account_id').notNullable().unique().references('accounts.id');
        timestamp(table, 'created_at').notNullable();
        /** Since when the account is disabled because of what the directory says; null when it is not. */
        timestamp(table, 'disabled_at');
        table.primary(['directory_id', 'stable_id']);
      });
  },

  async down(connection) {
    for (const table of [
      'directory_identities',
      'directories',
      'used_logout_tokens',
      'provider_sessions',
      'sign_in_flows',
      'external_identities',
      'provider_domains',
      'identity_providers',
    ]) {
      await connection.schema.dropTable(table);
    }
  },
};
