import type { Organisation, OrganisationKind } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, organisationScope } from '../db/scope.ts';
import { createOrganisationsRepository } from './organisations-repository.ts';

type Wish = { parentId: OrganisationId; kind: OrganisationKind; name: string };

/** The tree of organisations. A right that is held at one reaches all that are below it. */
export function createOrganisationsService({
  db,
  clock,
  ids,
  audit,
  sessions,
}: Pick<Context, 'db' | 'clock' | 'ids' | 'audit' | 'sessions'>) {
  const repository = createOrganisationsRepository(db);

  /** What is above the reader's own is not theirs to know. */
  async function list(scope: OrganisationScope): Promise<Organisation[]> {
    const found = await repository.list(scope);
    const seen = new Set(found.map(({ id }) => id));
    return found.map((one) => ({ ...one, parentId: one.parentId && seen.has(one.parentId) ? one.parentId : null }));
  }

  /** @throws ProblemError `not-found` outside of the scope */
  async function get(scope: OrganisationScope, id: OrganisationId): Promise<Organisation> {
    const found = (await list(scope)).find((one) => one.id === id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  return {
    list,

    /** One with nothing above it: for whoever runs the installation. @returns the scope of its own people */
    async createTop(wish: Omit<Wish, 'parentId'>): Promise<OrganisationScope> {
      const id = OrganisationId.parse(ids.uuid());
      await repository.insert({ ...wish, parentId: null, id, createdAt: clock.now() });
      await audit.record({
        organisationId: id,
        actor: { kind: 'system', id: null },
        action: 'organisation.create',
        subject: { kind: 'organisation', id },
      });
      return organisationScope(id);
    },

    /** Whoever manages the one above manages the new one too, from this moment on. */
    async create(scope: OrganisationScope, wish: Wish): Promise<Organisation> {
      await get(scope, wish.parentId);
      const id = OrganisationId.parse(ids.uuid());
      await repository.insert({ ...wish, id, createdAt: clock.now() });
      await sessions.forgetAll();
      return get({ ...scope, within: [...scope.within, id] }, id);
    },

    async rename(scope: OrganisationScope, id: OrganisationId, name: string): Promise<Organisation> {
      await get(scope, id);
      await repository.rename(id, name);
      await sessions.forgetAll();
      return get(scope, id);
    },
  };
}
export type OrganisationsService = ReturnType<typeof createOrganisationsService>;
