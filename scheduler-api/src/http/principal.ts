import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import {
  type BuiltInRole,
  type Permission,
  type permissions,
  type Role,
  roleHolds,
  type StaffPost,
} from '@remote-clerk/shared/contracts/permissions.ts';
import type {
  AccountId,
  ApiClientId,
  ConsultationId,
  ContactPointId,
  InvitationId,
  KioskId,
  OrganisationId,
  StaffSessionId,
} from '@remote-clerk/shared/domain/ids.ts';
import { type OrganisationScope, organisationScope, type Scope, systemScope } from '../db/scope.ts';

/** What somebody may do, and in which organisations: in those that the right is held at, and all below. */
export type Rights = ReadonlyMap<Permission, readonly OrganisationId[]>;

export type StaffPrincipal = {
  kind: 'staff';
  post: StaffPost;
  accountId: AccountId;
  sessionId: StaffSessionId;
  organisationId: OrganisationId;
  displayName: string;
  rights: Rights;
};
export type KioskPrincipal = {
  kind: 'kiosk';
  kioskId: KioskId;
  organisationId: OrganisationId;
  contactPointId: ContactPointId;
};
/** Someone who was asked into one consultation, and may do nothing outside of it. */
export type GuestPrincipal = {
  kind: 'guest';
  invitationId: InvitationId;
  consultationId: ConsultationId;
  /** The consultation's. */
  organisationId: OrganisationId;
  guestRole: GuestRole;
  name: string;
};
/** Another system that asks about people of an organisation, and of those below it. */
export type ClientPrincipal = {
  kind: 'client';
  clientId: ApiClientId;
  organisationId: OrganisationId;
  within: readonly OrganisationId[];
};
export type NodePrincipal = { kind: 'node' };

/** Who a request or a socket acts for. */
export type Principal = StaffPrincipal | KioskPrincipal | GuestPrincipal | ClientPrincipal | NodePrincipal;

type PrincipalWithRole<R extends Role> = R extends BuiltInRole
  ? StaffPrincipal
  : R extends 'kiosk'
    ? KioskPrincipal
    : R extends 'guest'
      ? GuestPrincipal
      : R extends 'client'
        ? ClientPrincipal
        : NodePrincipal;

/** Who can come through a permission, as the table of permissions says it. */
export type PrincipalWith<P extends Permission | 'public'> = P extends Permission
  ? PrincipalWithRole<(typeof permissions)[P]['roles'][number]>
  : Principal | undefined;

/** The rows that a principal may be shown or change. */
export type ScopeOf<P extends Principal | undefined> = P extends { organisationId: OrganisationId }
  ? OrganisationScope
  : P extends NodePrincipal
    ? Scope
    : undefined;

/** Of somebody of the staff it is a right that says so, of all others what they are. */
export const holds = (principal: Principal, permission: Permission): boolean =>
  principal.kind === 'staff' ? principal.rights.has(permission) : roleHolds(principal.kind, permission);

/** Where a principal may do it: of somebody of the staff, wherever they hold the right. */
export function scopeOf(principal: Principal | undefined, permission: Permission | 'public'): Scope | undefined {
  if (!principal) return undefined;
  if (principal.kind === 'node') return systemScope;
  const { organisationId } = principal;
  if (principal.kind === 'client') return organisationScope(organisationId, principal.within);
  if (principal.kind !== 'staff' || permission === 'public') return organisationScope(organisationId);
  const within = principal.rights.get(permission) ?? [];
  return organisationScope(within.includes(organisationId) ? organisationId : (within[0] ?? organisationId), within);
}

/** One line that names a principal: for keys and logs. */
export function principalKey(principal: Principal | undefined): string {
  if (!principal) return 'nobody';
  if (principal.kind === 'staff') return `staff:${principal.accountId}`;
  if (principal.kind === 'guest') return `guest:${principal.invitationId}`;
  if (principal.kind === 'client') return `client:${principal.clientId}`;
  return principal.kind === 'kiosk' ? `kiosk:${principal.kioskId}` : 'node';
}
