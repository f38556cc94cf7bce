import type { Knex } from 'knex';
import { timestamp } from '../columns.ts';
import type { Engine } from '../engines.ts';
import type { Migration } from '../migrations.ts';

const open = `state in ('asked', 'approved')`;

/** What must hold of a row whatever the code does; `broken` sees the row as `new`. */
const rules = [
  {
    name: 'right_requests_approved',
    table: 'right_requests',
    broken: `new.state = 'effective' and new.approvals_needed > (
      select count(*) from right_decisions d where d.request_id = new.id and d.approved)`,
  },
  {
    name: 'role_assignments_approved',
    table: 'role_assignments',
    broken: `exists (select 1 from right_requests q where q.id = new.request_id
      and (q.state <> 'effective' or q.account_id <> new.account_id))`,
  },
];

/** No right comes of a request that not enough people have approved. */
async function forbidUnapproved(connection: Knex, engine: Engine): Promise<void> {
  for (const { name, table, broken } of rules) {
    if (engine === 'postgres') {
      await connection.raw(
        `create function ${name}() returns trigger language plpgsql as $$
         begin if ${broken} then raise exception '${name}' using errcode = 'check_violation'; end if; return new; end $$`,
      );
      await connection.raw(
        `create trigger ${name} before insert or update on ${table} for each row execute function ${name}()`,
      );
      continue;
    }
    for (const when of ['insert', 'update']) {
      await connection.raw(
        `create trigger ${name}_on_${when} before ${when} on ${table} when ${broken}
         begin select raise(abort, '${name}'); end`,
      );
    }
  }
}

async function allowUnapproved(connection: Knex, engine: Engine): Promise<void> {
  for (const { name, table } of rules) {
    if (engine === 'postgres') {
      await connection.raw(`drop trigger ${name} on ${table}`);
      await connection.raw(`drop function ${name}()`);
    } else for (const when of ['insert', 'update']) await connection.raw(`drop trigger ${name}_on_${when}`);
  }
}

/** Rights are asked for, approved by others, reviewed, and end: each step with who took it. */
export const rightsProcess: Migration = {
  name: '0010-rights-process',

  async up(connection, engine) {
    await connection.schema
      .createTable('right_requests', (table) => {
        table.uuid('id').primary();
        /** Where the right is to be held. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.text('kind').notNullable().checkIn(['grant', 'renewal', 'delegation']);
        table.uuid('account_id').notNullable().references('accounts.id').index();
        table.uuid('asked_by').notNullable().references('accounts.id').index();
        table.text('role_id').notNullable().references('roles.id');
        /** Null: from the moment of the last approval. */
        timestamp(table, 'valid_from');
        timestamp(table, 'valid_until').notNullable();
        table.text('why').notNullable();
        table
          .text('state')
          .notNullable()
          .checkIn(['asked', 'approved', 'effective', 'refused', 'withdrawn', 'expired']);
        table.integer('approvals_needed').notNullable();
        timestamp(table, 'asked_at').notNullable();
        timestamp(table, 'expires_at').notNullable();
        timestamp(table, 'closed_at');
        /** Whose right is lent, and which. */
        table.uuid('delegated_by').references('accounts.id');
        table.uuid('delegated_right_id').references('role_assignments.id');
        table.index(['organisation_id', 'state']);
        table.check('approvals_needed between 1 and 2', [], 'right_requests_approvals');
        // For the decisions, which carry who must not take them.
        table.unique(['id', 'asked_by', 'account_id']);
      })
      .createTable('right_decisions', (table) => {
        table.uuid('request_id').notNullable();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('asked_by').notNullable();
        table.uuid('account_id').notNullable();
        table.uuid('decided_by').notNullable().references('accounts.id');
        table.boolean('approved').notNullable();
        table.text('reason');
        timestamp(table, 'decided_at').notNullable();
        table.primary(['request_id', 'decided_by']);
        table
          .foreign(['request_id', 'asked_by', 'account_id'])
          .references(['id', 'asked_by', 'account_id'])
          .inTable('right_requests');
        table.check('decided_by <> asked_by and decided_by <> account_id', [], 'right_decisions_for_another');
      })
      .createTable('rights_reviews', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        /** Null when half a year had passed. */
        table.uuid('opened_by').references('accounts.id');
        timestamp(table, 'opened_at').notNullable();
        timestamp(table, 'due_at').notNullable();
        timestamp(table, 'closed_at');
      })
      .createTable('rights_review_items', (table) => {
        table.uuid('id').primary();
        /** Where the right is held: at the review's organisation or below. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('review_id').notNullable().references('rights_reviews.id');
        table.uuid('right_id').notNullable().references('role_assignments.id');
        table.uuid('account_id').notNullable().references('accounts.id');
        table.text('state').notNullable().checkIn(['open', 'confirmed', 'withdrawn', 'gone']);
        table.uuid('decided_by').references('accounts.id');
        timestamp(table, 'decided_at');
        table.unique(['review_id', 'right_id']);
        table.index(['right_id', 'state']);
        table.check('decided_by is null or decided_by <> account_id', [], 'rights_review_items_for_another');
      })
      .createTable('rights_notices', (table) => {
        /** What was told, of what: told once. */
        table.text('key').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        timestamp(table, 'created_at').notNullable();
      })
      .createTable('rights_settings', (table) => {
        table.uuid('organisation_id').primary().references('organisations.id');
        table.integer('absence_days').notNullable();
      })
      .createTable('staff_outbox', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        /** Who is written to. */
        table.uuid('account_id').notNullable().references('accounts.id');
        table.text('kind').notNullable();
        table.uuid('request_id').references('right_requests.id');
        table.uuid('right_id').references('role_assignments.id');
        table.uuid('review_id').references('rights_reviews.id');
        table.text('state').notNullable().checkIn(['waiting', 'sent', 'failed', 'dropped']);
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'due_at').notNullable();
        table.integer('attempts').notNullable().defaultTo(0);
        timestamp(table, 'done_at');
        table.text('problem');
        table.index(['state', 'due_at']);
      })
      .alterTable('role_assignments', (table) => {
        /** When it was noticed that the term is over. */
        timestamp(table, 'expired_at');
      });
    await connection.raw(
      `create unique index one_open_request on right_requests (account_id, role_id, organisation_id) where ${open}`,
    );
    await connection.raw(
      `create unique index one_open_review on rights_reviews (organisation_id) where closed_at is null`,
    );
    await forbidUnapproved(connection, engine);
  },

  async down(connection, engine) {
    await allowUnapproved(connection, engine);
    for (const table of [
      'staff_outbox',
      'rights_settings',
      'rights_notices',
      'rights_review_items',
      'rights_reviews',
      'right_decisions',
      'right_requests',
    ]) {
      await connection.schema.dropTable(table);
    }
    await connection.raw('alter table role_assignments drop column expired_at');
  },
};
