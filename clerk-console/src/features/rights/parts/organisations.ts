import type { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import type { RightsRole } from '@remote-clerk/shared/contracts/rights.ts';

export type Choices = RouteReply<typeof rightsRoutes.listRightsChoices>;
type Node = Choices['organisations'][number];

/** Those above an organisation, from the top down; without it. Of those not known here nothing is said. */
export function pathTo(id: string, all: readonly Node[]): readonly Node[] {
  const path: Node[] = [];
  const find = (wanted: string | null) => all.find((each) => each.id === wanted);
  for (let above = find(find(id)?.parentId ?? null); above; above = find(above.parentId)) {
    if (path.includes(above)) break;
    path.unshift(above);
  }
  return path;
}

/** The organisations as a list in which each follows the one above it. */
export function asTree(all: readonly Node[]): readonly { readonly node: Node; readonly path: readonly Node[] }[] {
  const below = (parent: Node | null): readonly Node[] =>
    all
      .filter(({ parentId }) => (parent ? parentId === parent.id : !all.some(({ id }) => id === parentId)))
      .flatMap((node) => [node, ...below(node)]);
  return below(null).map((node) => ({ node, path: pathTo(node.id, all) }));
}

/** The roles that can be held at an organisation: the built-in ones, its own, and those of the ones above it. */
export function rolesFor(organisationId: string, { roles, organisations }: Choices): readonly RightsRole[] {
  const reached = [organisationId, ...pathTo(organisationId, organisations).map(({ id }) => String(id))];
  return roles.filter(
    (role) => !role.retired && (role.organisationId === null || reached.includes(role.organisationId)),
  );
}
