import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createScene, type Scene } from '../testing/scene.ts';

/** Tables of organisations without citizens' data: the repositories' scope is their only wall. */
const withoutWall: Record<string, string> = {
  accounts: 'staff',
  account_months: 'figures of staff',
  api_clients: 'other systems',
  audit_chains: 'names of chains',
  calendar_feeds: 'specialists’ addresses',
  client_pushes: 'other systems',
  client_tokens: 'other systems',
  clerks: 'staff',
  contact_points: 'places, which everybody may know',
  directories: 'settings of signing in',
  directory_identities: 'staff',
  enrolment_codes: 'kiosks',
  external_busy: 'when specialists are busy',
  external_calendars: 'specialists’ calendars',
  external_identities: 'staff',
  identity_providers: 'settings of signing in',
  institution_closures: 'opening hours',
  institutions: 'institutions, which everybody may know',
  kiosk_sessions: 'kiosks',
  kiosks: 'kiosks',
  local_credentials: 'staff',
  passkey_challenges: 'staff',
  passkeys: 'staff',
  pending_sign_ins: 'staff',
  provider_domains: 'settings of signing in',
  provider_sessions: 'staff',
  public_services: 'services, which everybody may know',
  right_decisions: 'rights of staff',
  right_requests: 'rights of staff',
  rights_notices: 'rights of staff',
  rights_review_items: 'rights of staff',
  rights_reviews: 'rights of staff',
  rights_settings: 'rights of staff',
  role_assignments: 'rights of staff',
  roles: 'rights of staff',
  schedules: 'working time',
  sign_in_flows: 'staff',
  specialist_services: 'staff',
  specialist_skills: 'staff',
  specialists: 'staff',
  staff_outbox: 'mail to staff',
  staff_sessions: 'staff',
  used_logout_tokens: 'staff',
};
const Names = z.array(z.object({ name: z.string() })).transform((rows) => rows.map(({ name }) => name));
const Owned = z.array(z.object({ organisation_id: z.string().nullable(), host_organisation_id: z.string().nullish() }));

let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await bootApi();
  scene = await createScene(api);
});
afterAll(() => api.close());

const onPostgres = process.env.TEST_DATABASE_URL !== undefined;
const walled = async () =>
  Names.parse(
    (await api.context.db.connection.raw('select distinct tablename as name from pg_policies order by 1')).rows,
  );
const rowsOf = async (table: string) => Owned.parse(await api.context.db.connection(table).select('*'));

describe.runIf(onPostgres)('behind the wall', () => {
  it('stands every table of organisations, but those that are listed with a reason', async () => {
    const { rows } = await api.context.db.connection.raw(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'`,
    );
    const standing = new Set(await walled());
    expect(Names.parse(rows).filter((name) => !standing.has(name) && !(name in withoutWall))).toEqual([]);
    expect([...standing].filter((name) => name in withoutWall)).toEqual([]);
  });

  it('a query that does not say whose rows it wants gets none of another organisation', async () => {
    const { db } = api.context;
    const stranger = OrganisationId.parse((await api.build.organisation({ name: 'Cits novads' })).id);
    for (const table of await walled()) {
      const theirs = await db.behindWall([stranger], () => rowsOf(table));
      expect({ table, rows: theirs.length }).toEqual({ table, rows: 0 });
    }
  });

  it('an organisation sees all of its own, also where it is only host', async () => {
    const { db } = api.context;
    const { state, municipality } = scene.ours;
    const both = [state.id, municipality.id];
    for (const table of ['consultations', 'service_cases', 'case_timeline']) {
      const own = (await rowsOf(table)).filter(({ organisation_id }) => organisation_id === state.id).length;
      expect(own).toBeGreaterThan(0);
      expect(await db.behindWall([state.id], () => rowsOf(table))).toHaveLength(own);
      expect((await db.behindWall(both, () => rowsOf(table))).length).toBeGreaterThanOrEqual(own);
    }
    expect(await db.behindWall([municipality.id], () => rowsOf('case_timeline'))).not.toEqual([]);
  });

  it('nobody sees anything who may see nothing', async () => {
    expect(await api.context.db.behindWall([], () => rowsOf('service_cases'))).toEqual([]);
  });

  it('what goes on for all organisations at once goes on: dispatch, sweeps, jobs', async () => {
    expect(await rowsOf('service_cases')).not.toEqual([]);
  });

  it('a line is counted over all organisations, and the wall stands again afterwards', async () => {
    const { db } = api.context;
    const stranger = OrganisationId.parse(scene.ours.municipality.id);
    await db.behindWall([stranger], async () => {
      const [beyond] = await Promise.all([
        db.beyondWall(() => rowsOf('audit_seals')),
        db.beyondWall(() => rowsOf('service_cases')),
      ]);
      expect(beyond).toEqual(await db.beyondWall(() => rowsOf('audit_seals')));
      const failed = db.beyondWall(async () => {
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      const own = (await rowsOf('service_cases')).filter(
        ({ host_organisation_id }) => host_organisation_id === stranger,
      );
      expect(await rowsOf('service_cases')).toHaveLength(own.length);
    });
  });

  it('what follows the transaction happens outside', async () => {
    const { db } = api.context;
    const seen: number[] = [];
    await db.behindWall([], () =>
      db.transaction(async () => {
        await db.afterCommit(async () => void seen.push((await rowsOf('service_cases')).length));
      }),
    );
    expect(seen[0]).toBeGreaterThan(0);
  });
});
