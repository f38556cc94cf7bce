import type { ActorKind } from '@remote-clerk/shared/contracts/http/audit.ts';
import type { OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Principal, StaffPrincipal } from '../http/principal.ts';
import type { Ids } from '../ids.ts';
import { insertAuditEntries } from './audit-repository.ts';

export type AuditActor = { kind: ActorKind; id: string | null };

export type AuditEvent = {
  /** Null when nobody's organisation is concerned, such as a sign-in with a username that does not exist. */
  organisationId: OrganisationId | null;
  actor: AuditActor;
  /** `<subject>.<verb>`, such as `session.sign-in`. */
  action: string;
  subject?: { kind: string; id: string };
  /** For which service case. */
  caseId?: ServiceCaseId | undefined;
  /** What was said why, in words that name nobody. */
  reason?: string | undefined;
  result?: 'done' | 'refused';
  requestId?: string;
  sourceIp?: string;
  /** Ids and reasons only, never personal data. */
  details?: Record<string, string | number | boolean | null>;
};

/** Of a request what the record keeps. */
export type StaffRequest = { principal: StaffPrincipal; requestId: string; sourceIp: string };

/** The record of who did what. An entry is written in the transaction that it is recorded in, and lives or dies with it. */
export function createAudit({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  const recordAll = (events: readonly AuditEvent[]): Promise<void> =>
    insertAuditEntries(
      db.connection,
      events.map((event) => ({
        id: ids.uuid(),
        organisationId: event.organisationId,
        at: clock.now(),
        actorKind: event.actor.kind,
        actorId: event.actor.id,
        action: event.action,
        subjectKind: event.subject?.kind ?? null,
        subjectId: event.subject?.id ?? null,
        caseId: event.caseId ?? null,
        reason: event.reason ?? null,
        result: event.result ?? 'done',
        requestId: event.requestId ?? null,
        sourceIp: event.sourceIp ?? null,
        details: event.details ?? {},
      })),
    );
  const record = (event: AuditEvent): Promise<void> => recordAll([event]);
  return {
    record,
    recordAll,
    /** What a member of staff did or saw by a request, and of what. */
    recordStaff: (
      { principal, requestId, sourceIp }: StaffRequest,
      action: string,
      subject: NonNullable<AuditEvent['subject']>,
    ): Promise<void> =>
      record({
        organisationId: principal.organisationId,
        actor: actorOf(principal),
        action,
        subject,
        requestId,
        sourceIp,
      }),
  };
}

export type Audit = ReturnType<typeof createAudit>;

export function actorOf(principal: Principal | undefined): AuditActor {
  if (!principal) return { kind: 'nobody', id: null };
  if (principal.kind === 'staff') return { kind: 'staff', id: principal.accountId };
  if (principal.kind === 'client') return { kind: 'client', id: principal.clientId };
  if (principal.kind === 'guest') return { kind: 'guest', id: principal.invitationId };
  return principal.kind === 'kiosk' ? { kind: 'kiosk', id: principal.kioskId } : { kind: 'node', id: null };
}
