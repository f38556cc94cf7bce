import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Knex } from 'knex';

export type OrganisationScope = {
  kind: 'organisation';
  /** Whose is what is made. */
  organisationId: OrganisationId;
  /** Whose rows may be seen and changed: a right reaches the organisation that it is held at and all below. */
  within: readonly OrganisationId[];
};
/** Whose rows a repository call may touch. `system` is for what serves all organisations at once: dispatch, sweeps, nodes. */
export type Scope = OrganisationScope | { kind: 'system' };

export const systemScope: Scope = { kind: 'system' };

/** @param within only its own rows, where nothing else is said */
export const organisationScope = (
  organisationId: OrganisationId,
  within: readonly OrganisationId[] = [organisationId],
): OrganisationScope => ({ kind: 'organisation', organisationId, within });

/** Narrows a query to the scope's rows. */
export function scoped<Query extends Pick<Knex.QueryBuilder, 'whereIn'>>(
  query: Query,
  scope: Scope,
  column = 'organisation_id',
): Query {
  if (scope.kind === 'organisation') query.whereIn(column, scope.within);
  return query;
}
