import { consultationStates } from '@remote-clerk/shared/domain/consultation.ts';
import { json, timestamp } from '../columns.ts';
import type { Migration } from '../migrations.ts';

/** Media nodes, consultations, who was rung, and the service cases that remain. */
export const consultations: Migration = {
  name: '0003-consultations',
  async up(connection) {
    await connection.schema
      .createTable('media_nodes', (table) => {
        table.text('id').primary();
        table.uuid('boot_id').notNullable();
        table.text('url').notNullable();
        json(table, 'load').notNullable();
        timestamp(table, 'last_seen_at').notNullable();
      })
      .createTable('consultations', (table) => {
        table.uuid('id').primary();
        /** The institution's organisation, which owns the service; the contact point's is the host. */
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('host_organisation_id').notNullable().references('organisations.id');
        table.uuid('institution_id').notNullable().references('institutions.id');
        table.uuid('service_id').notNullable().references('public_services.id');
        table.uuid('contact_point_id').notNullable().references('contact_points.id').index();
        table.uuid('kiosk_id').notNullable().references('kiosks.id').index();
        table.text('language').notNullable();
        table
          .text('state')
          .notNullable()
          .checkIn([...consultationStates]);
        table.integer('version').notNullable();
        table.integer('round').notNullable().defaultTo(1);
        table.uuid('offered_to').references('specialists.account_id');
        table.uuid('specialist_id').references('specialists.account_id');
        table.uuid('started_by').references('accounts.id');
        table.text('staff_presence').notNullable();
        table.text('end_reason');
        table.text('node_id');
        table.uuid('boot_id');
        table.uuid('room_id').unique();
        for (const name of ['asked_at']) timestamp(table, name).notNullable();
        for (const name of ['offered_at', 'offer_expires_at', 'accepted_at', 'live_at', 'ended_at', 'wiped_at'])
          timestamp(table, name);
        for (const name of ['kiosk_lost_at', 'specialist_lost_at', 'node_lost_at']) timestamp(table, name);
        table.index(['institution_id', 'state']);
        table.index(['specialist_id', 'ended_at']);
      })
      .createTable('consultation_offers', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('consultation_id').notNullable().references('consultations.id').index();
        table.uuid('specialist_id').notNullable().references('specialists.account_id');
        table.integer('round').notNullable();
        timestamp(table, 'offered_at').notNullable();
        timestamp(table, 'answered_at');
        table.text('answer');
      })
      .createTable('service_cases', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id').index();
        table.uuid('host_organisation_id').notNullable().references('organisations.id');
        table.uuid('consultation_id').notNullable().unique().references('consultations.id');
        table.text('number').notNullable().unique();
        table.integer('version').notNullable();
        table.text('outcome');
        table.text('notes').notNullable().defaultTo('');
        table.integer('rating');
        json(table, 'quality');
        timestamp(table, 'closed_at');
      })
      .createTable('case_numbers', (table) => {
        table.uuid('institution_id').notNullable().references('institutions.id');
        table.integer('year').notNullable();
        table.integer('last').notNullable();
        table.primary(['institution_id', 'year']);
      })
      .createTable('case_timeline', (table) => {
        table.uuid('id').primary();
        table.uuid('organisation_id').notNullable().references('organisations.id');
        table.uuid('case_id').notNullable().references('service_cases.id').index();
        timestamp(table, 'at').notNullable();
        table.text('step').notNullable();
        table.text('actor').notNullable();
        table.uuid('actor_id');
        table.text('reason');
      })
      .createTable('room_reports', (table) => {
        table.uuid('id').primary();
        timestamp(table, 'received_at').notNullable().index();
      });
    // What must never be, whatever the code does: two consultations at one kiosk, one specialist in two calls or
    // rung twice at once.
    for (const index of [
      `create unique index one_open_per_kiosk on consultations (kiosk_id) where state in ('waiting', 'offered', 'accepted', 'live')`,
      `create unique index one_engaged_per_specialist on consultations (specialist_id) where state in ('accepted', 'live')`,
      `create unique index one_ring_per_specialist on consultations (offered_to) where state = 'offered'`,
    ]) {
      await connection.raw(index);
    }
  },
  async down(connection) {
    const cases = ['room_reports', 'case_timeline', 'case_numbers', 'service_cases'];
    for (const table of [...cases, 'consultation_offers', 'consultations', 'media_nodes']) {
      await connection.schema.dropTable(table);
    }
  },
};
