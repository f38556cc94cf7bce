import { randomUUID } from 'node:crypto';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { TestApi } from './boot-api.ts';
import { dayMs } from './rights.ts';
import type { TestClient } from './test-client.ts';
import type { World } from './world.ts';

/** What happens to rights at our municipality: each thing is another one each time. */
export function createSceneRights(
  api: TestApi,
  { ours, manager, clerk }: { ours: World; manager: TestClient; clerk: TestClient },
) {
  const organisationId = ours.municipality.id;
  const inDays = (days: number) => addMilliseconds(api.clock.now(), days * dayMs);
  const term = () => ({ validFrom: inDays(1), validUntil: inDays(20), why: 'Jauni pienākumi' });
  const newcomer = (role: 'clerk' | null = null) => api.build.account({ organisationId, role });

  async function role(): Promise<string> {
    const body = { name: `Loma ${randomUUID()}`, permissions: ['session.own' as const] };
    return (await manager.call(rightsRoutes.createRole, { body, idempotencyKey: randomUUID() })).id;
  }
  async function ask(client: TestClient, roleId: string): Promise<string> {
    const body = { roleId, organisationId, ...term() };
    return (await client.call(rightsRoutes.askForRight, { body, idempotencyKey: randomUUID() })).id;
  }

  async function holder() {
    const account = await newcomer('clerk');
    const { rights } = await manager.call(rightsRoutes.listRights, { query: { accountId: account.id } });
    const [right] = rights;
    if (!right) throw new Error('They hold nothing');
    return { accountId: account.id, rightId: right.id };
  }

  /** Of one person's right at a unit of ours. */
  async function reviewed() {
    const unit = await api.build.organisation({ parentId: organisationId });
    await api.build.account({ organisationId: unit.id, role: 'clerk' });
    api.context.sessions.forgetAll();
    const body = { organisationId: unit.id, dueAt: inDays(20) };
    const { id: reviewId } = await manager.call(rightsRoutes.openRightsReview, { body, idempotencyKey: randomUUID() });
    const { items } = await manager.call(rightsRoutes.readRightsReview, { params: { reviewId }, query: {} });
    const [item] = items;
    if (!item) throw new Error('There is nothing to review');
    return { reviewId, itemId: item.id };
  }

  return {
    role,
    holder,
    reviewed,
    wish: async () => ({ roleId: await role(), organisationId, ...term() }),
    /** The clerk's own right, which a colleague is to get. */
    async loan() {
      const { rights } = await clerk.call(rightsRoutes.readOwnRights, {});
      const right = rights.find(({ role: { id } }) => id === 'clerk');
      if (!right) throw new Error('The clerk holds nothing');
      return { rightId: right.id, accountId: (await newcomer()).id, ...term() };
    },
    clerksRequest: async () => ask(clerk, await role()),
    async newcomersRequest(): Promise<string> {
      const client = api.client();
      await client.signIn(await newcomer());
      return ask(client, 'clerk');
    },
    async unit(): Promise<string> {
      const { id } = await api.build.organisation({ parentId: organisationId });
      api.context.sessions.forgetAll();
      return id;
    },
    dueAt: () => inDays(20),
  };
}
