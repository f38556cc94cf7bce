import {
  BuiltInRole,
  type Permission,
  roleHolds,
  staffPermissions,
} from '@remote-clerk/shared/contracts/permissions.ts';
import type { RightsRole, RoleName } from '@remote-clerk/shared/contracts/rights.ts';
import { useMessages } from '../../../messages/use-messages.ts';

/** What everybody who signs in may do, and no role has to say. */
export const everybodys: Permission = 'session.own';

/** What a role lets its holder do beyond what everybody may; null for a role that is not among those known here. */
export function permissionsOf(role: RoleName, known: readonly RightsRole[]): readonly Permission[] | null {
  const builtIn = BuiltInRole.safeParse(role.id);
  const all = builtIn.success
    ? staffPermissions.filter((permission) => roleHolds(builtIn.data, permission))
    : known.find(({ id }) => id === role.id)?.permissions;
  return all?.filter((permission) => permission !== everybodys) ?? null;
}

/** Roles in words: an organisation's own by the name that it gave, the others in the language on screen. */
export function useRoleWords() {
  const say = useMessages();
  return (role: RoleName): string => {
    const builtIn = BuiltInRole.safeParse(role.id);
    return role.name ?? (builtIn.success ? say(`rights.role.${builtIn.data}`) : role.id);
  };
}
