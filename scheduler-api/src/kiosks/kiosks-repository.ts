import { KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { SelfTest } from '@remote-clerk/shared/contracts/self-test.ts';
import { KioskActivity, StartRequest } from '@remote-clerk/shared/contracts/views.ts';
import { AccountId, ContactPointId, KioskId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn, jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

/** A session that a clerk started at a kiosk, and who it was. */
export const StoredStartRequest = StartRequest.extend({ startedBy: AccountId });
export type StoredStartRequest = z.infer<typeof StoredStartRequest>;

const KioskRow = z
  .object({
    id: KioskId,
    organisation_id: OrganisationId,
    contact_point_id: ContactPointId,
    contact_point_name: z.string(),
    contact_point_address: z.string(),
    contact_point_time_zone: z.string(),
    name: z.string(),
    public_key: jsonColumn(KioskPublicKey).nullable(),
    document_camera: booleanColumn,
    connection_id: z.string().nullable(),
    activity: KioskActivity,
    help_requested_at: Instant.nullable(),
    start_request: jsonColumn(StoredStartRequest).nullable(),
    self_test: jsonColumn(SelfTest).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    contactPoint: {
      id: row.contact_point_id,
      name: row.contact_point_name,
      address: row.contact_point_address,
      timeZone: row.contact_point_time_zone,
    },
    documentCamera: row.document_camera,
    name: row.name,
    publicKey: row.public_key,
    online: row.connection_id !== null,
    activity: row.activity,
    helpRequestedAt: row.help_requested_at,
    startRequest: row.start_request,
    /** What it found when it last tested itself. */
    selfTest: row.self_test,
  }));
export type Kiosk = z.output<typeof KioskRow>;

/** Rows of `kiosks`, with the contact point that each stands in. */
export function createKiosksRepository(db: Database) {
  const own = (scope: Scope, id: KioskId) => scoped(db.connection('kiosks').where({ id }), scope);

  async function list(scope: Scope, where: Record<string, string>): Promise<Kiosk[]> {
    const query = db
      .connection('kiosks as k')
      .join('contact_points as p', 'p.id', 'k.contact_point_id')
      .where(where)
      .orderBy('k.name')
      .select(
        'k.*',
        'p.name as contact_point_name',
        'p.address as contact_point_address',
        'p.time_zone as contact_point_time_zone',
      );
    return z.array(KioskRow).parse(await scoped(query, scope, 'k.organisation_id'));
  }

  return {
    list: (scope: Scope) => list(scope, {}),
    listOfContactPoint: (scope: Scope, contactPointId: ContactPointId) =>
      list(scope, { 'k.contact_point_id': contactPointId }),

    async get(scope: Scope, id: KioskId): Promise<Kiosk> {
      const [kiosk] = await list(scope, { 'k.id': id });
      if (!kiosk) throw new ProblemError('not-found');
      return kiosk;
    },

    /** Holds the kiosk until the transaction is over: who comes to it is decided one after another. */
    async lock(id: KioskId): Promise<void> {
      if (db.engine === 'postgres') await db.connection('kiosks').where({ id }).forNoKeyUpdate().select('id');
    },

    async insert(kiosk: {
      id: KioskId;
      organisationId: OrganisationId;
      contactPointId: ContactPointId;
      name: string;
    }): Promise<void> {
      await db.connection('kiosks').insert({
        id: kiosk.id,
        organisation_id: kiosk.organisationId,
        contact_point_id: kiosk.contactPointId,
        name: kiosk.name,
      });
    },

    async enrol(scope: Scope, id: KioskId, publicKey: KioskPublicKey, at: Instant): Promise<void> {
      await own(scope, id).update({ public_key: toJson(publicKey), enrolled_at: at });
    },
    async forgetKey(scope: Scope, id: KioskId): Promise<void> {
      await own(scope, id).update({ public_key: null, enrolled_at: null });
    },

    async setHelp(scope: Scope, id: KioskId, at: Instant | null): Promise<void> {
      await own(scope, id).update({ help_requested_at: at });
    },
    async setActivity(scope: Scope, id: KioskId, activity: KioskActivity): Promise<void> {
      await own(scope, id).update({ activity });
    },
    async setNotCalledBefore(scope: Scope, id: KioskId, at: Instant): Promise<void> {
      await own(scope, id).update({ not_called_before: at });
    },
    async setSelfTest(scope: Scope, id: KioskId, selfTest: SelfTest): Promise<void> {
      await own(scope, id).update({ self_test: toJson(selfTest) });
    },
    async setStartRequest(scope: Scope, id: KioskId, request: StoredStartRequest | null): Promise<void> {
      await own(scope, id).update({ start_request: request && toJson(request) });
    },

    async connect(scope: Scope, id: KioskId, connectionId: string): Promise<void> {
      await own(scope, id).update({ connection_id: connectionId });
    },
    /** Forgets a connection, unless a newer one has taken its place. @returns whether it was the present one */
    async disconnect(id: KioskId, connectionId: string): Promise<boolean> {
      const query = db.connection('kiosks').where({ id, connection_id: connectionId });
      return (await query.update({ connection_id: null })) === 1;
    },
    /** No connection outlives the process that held it. */
    async disconnectAll(): Promise<void> {
      await db.connection('kiosks').whereNotNull('connection_id').update({ connection_id: null });
    },
  };
}
