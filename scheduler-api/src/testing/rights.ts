import { randomUUID } from 'node:crypto';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { BuiltInRole } from '@remote-clerk/shared/contracts/permissions.ts';
import type { RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import type { AccountId, OrganisationId, RightId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { TestApi } from './boot-api.ts';
import type { TestClient } from './test-client.ts';

export const dayMs = 24 * 3_600_000;

export type RightsPerson = { id: AccountId; organisationId: OrganisationId; client: TestClient };

/** A municipality with a unit below it, people of several roles who are signed in, and what they do with rights. */
export async function createRightsScene(api: TestApi) {
  const municipality = await api.build.organisation({ name: 'Kuldīgas novads' });
  const unit = await api.build.organisation({ name: 'Izglītības pārvalde', parentId: municipality.id });
  const inDays = (days: number): Instant => addMilliseconds(api.clock.now(), days * dayMs);
  const params = (requestId: RightRequestId) => ({ params: { requestId } });

  async function person(
    role: BuiltInRole | null,
    organisationId = municipality.id,
    email: string | null = null,
  ): Promise<RightsPerson> {
    const account = await api.build.account({ organisationId, role });
    if (email) await api.context.db.connection('accounts').where({ id: account.id }).update({ email });
    const client = api.client();
    await client.signIn(account);
    return { id: account.id, organisationId, client };
  }

  return {
    municipality,
    unit,
    inDays,
    person,

    ask: (
      { client, organisationId }: RightsPerson,
      wish: {
        roleId?: RoleId;
        for?: RightsPerson;
        at?: OrganisationId;
        from?: Instant | null;
        until?: Instant;
        idempotencyKey?: string;
      } = {},
    ) =>
      client.call(rightsRoutes.askForRight, {
        body: {
          accountId: wish.for?.id ?? null,
          roleId: wish.roleId ?? 'specialist',
          organisationId: wish.at ?? organisationId,
          validFrom: wish.from ?? null,
          validUntil: wish.until ?? inDays(100),
          why: 'Jauni pienākumi',
        },
        idempotencyKey: wish.idempotencyKey ?? randomUUID(),
      }),
    approve: ({ client }: RightsPerson, id: RightRequestId) =>
      client.call(rightsRoutes.approveRightRequest, { ...params(id), body: {} }),
    refuse: ({ client }: RightsPerson, id: RightRequestId) =>
      client.call(rightsRoutes.refuseRightRequest, { ...params(id), body: { reason: 'Nav vajadzīgs' } }),
    takeBack: ({ client }: RightsPerson, id: RightRequestId) =>
      client.call(rightsRoutes.takeBackRightRequest, { ...params(id), body: {} }),
    withdraw: ({ client }: RightsPerson, rightId: RightId) =>
      client.call(rightsRoutes.withdrawRight, { params: { rightId }, body: { reason: 'Cits darbs' } }),
    own: ({ client }: RightsPerson) => client.call(rightsRoutes.readOwnRights, {}),

    /** The one right that somebody was made with. */
    async rightOf(of: RightsPerson): Promise<RightId> {
      const [right] = (await of.client.call(rightsRoutes.readOwnRights, {})).rights;
      if (!right) throw new Error('They hold nothing');
      return right.id;
    },

    /** The actions on record about somebody, the oldest first. */
    async recorded(about: RightsPerson): Promise<string[]> {
      const rows = await api.context.db
        .connection('audit_entries')
        .where({ subject_kind: 'account', subject_id: about.id })
        .orderBy('id')
        .select('action');
      return rows
        .map(({ action }: { action: string }) => action)
        .filter((action: string) => action.startsWith('right.'));
    },
  };
}
export type RightsScene = Awaited<ReturnType<typeof createRightsScene>>;

/** The type of the problem that something is refused with, or `done`. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'type' in error ? String(error.type) : Promise.reject(error)),
  );
