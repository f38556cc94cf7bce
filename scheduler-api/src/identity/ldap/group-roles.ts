import type { GroupRole } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { comparableName } from './distinguished-name.ts';

/** The roles that somebody's groups give. */
export function rolesOf(groups: readonly string[], mapping: readonly GroupRole[]): string[] {
  const names = new Set(groups.map(comparableName));
  return [...new Set(mapping.filter(({ group }) => names.has(comparableName(group))).map(({ roleId }) => roleId))];
}
