import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Permission, permissions, Role, StaffRole } from '@remote-clerk/shared/contracts/permissions.ts';
import type {
  AccountId,
  ConsultationId,
  ContactPointId,
  InvitationId,
  KioskId,
  OrganisationId,
} from '@remote-clerk/shared/domain/ids.ts';
import { type OrganisationScope, organisationScope, type Scope, systemScope } from '../db/scope.ts';

export type StaffPrincipal = {
  kind: 'staff';
  role: StaffRole;
  accountId: AccountId;
  organisationId: OrganisationId;
  displayName: string;
};
export type KioskPrincipal = {
  kind: 'kiosk';
  role: 'kiosk';
  kioskId: KioskId;
  organisationId: OrganisationId;
  contactPointId: ContactPointId;
};
/** Someone who was asked into one consultation, and may do nothing outside of it. */
export type GuestPrincipal = {
  kind: 'guest';
  role: 'guest';
  invitationId: InvitationId;
  consultationId: ConsultationId;
  /** The consultation's. */
  organisationId: OrganisationId;
  guestRole: GuestRole;
  name: string;
};
export type NodePrincipal = { kind: 'node'; role: 'node' };

/** Who a request or a socket acts for. */
export type Principal = StaffPrincipal | KioskPrincipal | GuestPrincipal | NodePrincipal;

type PrincipalWithRole<R extends Role> = R extends StaffRole
  ? StaffPrincipal & { role: R }
  : R extends 'kiosk'
    ? KioskPrincipal
    : R extends 'guest'
      ? GuestPrincipal
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

export function scopeOf(principal: Principal | undefined): Scope | undefined {
  if (!principal) return undefined;
  return principal.kind === 'node' ? systemScope : organisationScope(principal.organisationId);
}

/** One line that names a principal: for keys and logs. */
export function principalKey(principal: Principal | undefined): string {
  if (!principal) return 'nobody';
  if (principal.kind === 'staff') return `staff:${principal.accountId}`;
  if (principal.kind === 'guest') return `guest:${principal.invitationId}`;
  return principal.kind === 'kiosk' ? `kiosk:${principal.kioskId}` : 'node';
}
