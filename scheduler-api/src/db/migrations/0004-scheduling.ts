import { ticketStates } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { appointmentStates } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Knex } from 'knex';
import { json, timestamp } from '../columns.ts';
import type { Engine } from '../engines.ts';
import type { Migration } from '../migrations.ts';

const taking = `state in ('pending', 'booked', 'arrived')`;

/**
 * No specialist and no kiosk has two appointments at once, whatever the code does. PostgreSQL has a constraint for it; in
 * SQLite, where all writing is one after another, a trigger that looks is as good. It looks back one day: no appointment is
 * as long as that.
 */
async function forbidOverlaps(connection: Knex, engine: Engine): Promise<void> {
  const rules = [
    { name: 'appointments_one_per_specialist', column: 'specialist_id', from: 'taken_from', until: 'taken_until' },
    { name: 'appointments_one_per_kiosk', column: 'kiosk_id', from: 'starts_at', until: 'ends_at' },
  ];
  if (engine === 'postgres') await connection.raw('create extension if not exists btree_gist');
  for (const { name, column, from, until } of rules) {
    if (engine === 'postgres') {
      await connection.raw(
        `alter table appointments add constraint ${name}
         exclude using gist (${column} with =, tstzrange(${from}, ${until}) with &&) where (${taking})`,
      );
      continue;
    }
    for (const [when, suffix] of [
      ['insert', 'insert'],
      [`update of state, ${column}, ${from}, ${until}`, 'update'],
    ]) {
      await connection.raw(
        `create trigger ${name}_on_${suffix} before ${when} on appointments
         when new.${taking} and exists (
           select 1 from appointments as other
           where other.${column} = new.${column} and other.id <> new.id and other.${taking}
             and other.${from} < new.${until} and new.${from} < other.${until}
             and other.${from} > strftime('%Y-%m-%dT%H:%M:%fZ', new.${from}, '-1 day'))
         begin select raise(abort, '${name}'); end`,
      );
    }
  }
}

/** Calendars, appointments, the line of those who wait in the room, and the mail that goes out about it. */
export const scheduling: Migration = {
  name: '0004-scheduling',
  async up(connection, engine) {
    await connection.schema
      .alterTable('public_services', (table) => {
        table.integer('buffer_before').notNullable().defaultTo(0);
        table.integer('buffer_after').notNullable().defaultTo(0);
        table.jsonb('channels').notNullable().defaultTo('["kiosk"]');
        table.text('skill');
        table.boolean('needs_document_camera').notNullable().defaultTo(false);
      })
      .alterTable('contact_points', (table) => {
        /** Null until somebody says otherwise than usual. */
        table.jsonb('opening_hours');
        table.integer('opening_version').notNullable().defaultTo(1);
        table.float('latitude', 8);
        table.float('longitude', 8);
        table.text('display_token_hash');
      })
      .alterTable('kiosks', (table) => {
        table.boolean('document_camera').notNullable().defaultTo(true);
        /** Somebody stands there who was not called: no number is called by itself to it until then. */
        timestamp(table, 'not_called_before');
      })
      .alterTable('specialist_services', (table) => {
        /** Only takes over when the others are too few. */
        table.boolean('backup').notNullable().defaultTo(false);
      })
      .createTable('specialist_skills', (table) => {
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('specialist_id').notNullable().references('specialists.account_id');
        table.text('skill').notNullable();
        table.primary(['specialist_id', 'skill']);
      })
      .createTable('schedules', (table) => {
        table.uuid('specialist_id').primary().references('specialists.account_id');
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.uuid('institution_id').notNullable().references('institutions.id').index();
        table.integer('version').notNullable();
        /** Read and written whole. */
        json(table, 'document').notNullable();
        timestamp(table, 'changed_at').notNullable();
        table.uuid('changed_by').references('accounts.id');
      })
      .createTable('institution_closures', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('institution_id').notNullable().references('institutions.id').index();
        table.text('name').notNullable();
        table.text('first_day').notNullable();
        table.text('last_day').notNullable();
        json(table, 'hours');
      })
      .createTable('external_calendars', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('specialist_id').notNullable().references('specialists.account_id').index();
        table.text('kind').notNullable().checkIn(['icalendar', 'caldav']);
        /** Address, name and password together, encrypted: private addresses are secrets too. */
        table.text('access').notNullable();
        table.text('shown_address').notNullable();
        /** When it was last read well, or said to be as it was. */
        timestamp(table, 'checked_at');
        /** When its busy times were last worked out: also a calendar that never changes has new ones as days go by. */
        timestamp(table, 'read_at');
        timestamp(table, 'next_check_at').notNullable().index();
        table.text('problem');
        table.integer('failures').notNullable().defaultTo(0);
        /** What the calendar's server said of its version, so that it is fetched again only when it has changed. */
        table.text('seen_version');
      })
      .createTable('external_busy', (table) => {
        table.uuid('calendar_id').notNullable().references('external_calendars.id').onDelete('CASCADE').index();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('specialist_id').notNullable().references('specialists.account_id');
        timestamp(table, 'starts_at').notNullable();
        timestamp(table, 'ends_at').notNullable();
        table.index(['specialist_id', 'starts_at']);
      })
      .createTable('calendar_feeds', (table) => {
        table.uuid('specialist_id').primary().references('specialists.account_id');
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.text('token_hash').notNullable().unique();
        timestamp(table, 'created_at').notNullable();
      })
      .createTable('appointments', (table) => {
        table.uuid('id').primary();
        /** The institution's organisation; the contact point's is the host, where there is one. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('host_organisation_id').references('organisations.id');
        table.uuid('institution_id').notNullable().references('institutions.id');
        table.uuid('service_id').notNullable().references('public_services.id');
        table.uuid('specialist_id').notNullable().references('specialists.account_id');
        table.uuid('contact_point_id').references('contact_points.id');
        table.uuid('kiosk_id').references('kiosks.id');
        table.text('channel').notNullable().checkIn(['kiosk', 'telephone', 'in-person']);
        table.text('language').notNullable();
        table
          .text('state')
          .notNullable()
          .checkIn([...appointmentStates]);
        table.integer('version').notNullable();
        /** Grows with each change that the citizen's calendar has to know of. */
        table.integer('sequence').notNullable();
        table.text('code').notNullable().unique();
        timestamp(table, 'starts_at').notNullable();
        timestamp(table, 'ends_at').notNullable();
        /** With buffers: what it takes of the specialist. */
        timestamp(table, 'taken_from').notNullable();
        timestamp(table, 'taken_until').notNullable();
        timestamp(table, 'held_until');
        table.text('citizen_name');
        table.text('citizen_email');
        table.text('citizen_phone');
        table.text('note').notNullable().defaultTo('');
        table.text('booked_through').notNullable().checkIn(['desk', 'kiosk', 'web']);
        table.uuid('booked_by').references('accounts.id');
        table.uuid('series_id').index();
        table.text('cancel_reason');
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'arrived_at');
        timestamp(table, 'closed_at');
        table.check('starts_at < ends_at', [], 'appointments_in_order');
        table.check('taken_from <= starts_at and ends_at <= taken_until', [], 'appointments_buffers_outside');
        table.index(['specialist_id', 'taken_from']);
        table.index(['kiosk_id', 'starts_at']);
        table.index(['contact_point_id', 'starts_at']);
        table.index(['institution_id', 'starts_at']);
      })
      .createTable('outbox', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('appointment_id').notNullable().references('appointments.id').index();
        table.text('kind').notNullable().checkIn(['confirmation', 'change', 'cancellation', 'reminder']);
        /** Which state of the appointment it tells of: a reminder of a time that has changed since is not sent. */
        table.integer('sequence').notNullable();
        table.text('state').notNullable().checkIn(['waiting', 'sent', 'failed', 'dropped']);
        timestamp(table, 'created_at').notNullable();
        timestamp(table, 'due_at').notNullable();
        table.integer('attempts').notNullable().defaultTo(0);
        timestamp(table, 'done_at');
        table.text('problem');
        table.index(['state', 'due_at']);
      })
      .createTable('ticket_numbers', (table) => {
        table.uuid('contact_point_id').notNullable().references('contact_points.id');
        table.text('day').notNullable();
        table.integer('last').notNullable();
        table.primary(['contact_point_id', 'day']);
      })
      .createTable('queue_tickets', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('host_organisation_id').notNullable().references('organisations.id');
        table.uuid('institution_id').notNullable().references('institutions.id');
        table.uuid('service_id').notNullable().references('public_services.id');
        table.uuid('contact_point_id').notNullable().references('contact_points.id');
        table.text('language').notNullable();
        /** The contact point's day that the number belongs to. */
        table.text('day').notNullable();
        table.text('number').notNullable();
        table
          .text('state')
          .notNullable()
          .checkIn([...ticketStates]);
        table.integer('version').notNullable();
        table.text('priority').notNullable();
        timestamp(table, 'taken_at').notNullable();
        timestamp(table, 'counts_from').notNullable();
        timestamp(table, 'called_at');
        table.integer('calls').notNullable().defaultTo(0);
        table.uuid('kiosk_id').references('kiosks.id');
        table.uuid('appointment_id').unique().references('appointments.id');
        table.uuid('specialist_id').references('specialists.account_id');
        table.uuid('transferred_from').references('consultations.id');
        table.text('note').notNullable().defaultTo('');
        table.text('phone');
        timestamp(table, 'closed_at');
        table.unique(['contact_point_id', 'day', 'number']);
        table.index(['institution_id', 'state']);
        table.index(['contact_point_id', 'state']);
      })
      .createTable('service_times', (table) => {
        table.uuid('service_id').primary().references('public_services.id');
        table.integer('seen').notNullable();
        /** The quarter of consultations that is shortest takes less than `lower`, the longest quarter more than `upper`. */
        table.float('lower_minutes', 8).notNullable();
        table.float('upper_minutes', 8).notNullable();
        timestamp(table, 'measured_at').notNullable();
      })
      // No foreign keys: SQLite could not take these columns away again.
      .alterTable('consultations', (table) => {
        table.uuid('ticket_id');
        /** From when its waiting counts; null for one that began before there were tickets. */
        timestamp(table, 'counts_from');
        /** Who shall serve it before anyone else is asked. */
        table.uuid('for_specialist_id');
      });
    // Partial, so that nobody takes it for a way to find what is booked.
    await connection.raw(`create index appointments_held on appointments (held_until) where state = 'pending'`);
    await connection.raw(`create unique index one_call_per_kiosk on queue_tickets (kiosk_id) where state = 'called'`);
    await forbidOverlaps(connection, engine);
  },
  async down(connection) {
    for (const table of [
      'service_times',
      'queue_tickets',
      'ticket_numbers',
      'outbox',
      'appointments',
      'calendar_feeds',
      'external_busy',
      'external_calendars',
      'institution_closures',
      'schedules',
      'specialist_skills',
    ]) {
      await connection.schema.dropTable(table);
    }
    const added = {
      consultations: ['ticket_id', 'counts_from', 'for_specialist_id'],
      specialist_services: ['backup'],
      kiosks: ['document_camera', 'not_called_before'],
      contact_points: ['opening_hours', 'opening_version', 'latitude', 'longitude', 'display_token_hash'],
      public_services: ['buffer_before', 'buffer_after', 'channels', 'skill', 'needs_document_camera'],
    };
    for (const [table, columns] of Object.entries(added)) {
      for (const column of columns) await connection.raw('alter table ?? drop column ??', [table, column]);
    }
  },
};
