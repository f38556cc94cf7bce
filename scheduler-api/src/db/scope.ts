import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Knex } from 'knex';

export type OrganisationScope = { kind: 'organisation'; organisationId: OrganisationId };
/** Whose rows a repository call may touch. `system` is for what serves all organisations at once: dispatch, sweeps, nodes. */
export type Scope = OrganisationScope | { kind: 'system' };

export const systemScope: Scope = { kind: 'system' };

export const organisationScope = (organisationId: OrganisationId): OrganisationScope => ({
  kind: 'organisation',
  organisationId,
});

/** Narrows a query to the scope's rows. */
export function scoped<Query extends Pick<Knex.QueryBuilder, 'where'>>(
  query: Query,
  scope: Scope,
  column = 'organisation_id',
): Query {
  if (scope.kind === 'organisation') query.where(column, scope.organisationId);
  return query;
}
