import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Principal } from '../http/principal.ts';
import type { Ids } from '../ids.ts';
import { insertAuditEntry } from './audit-repository.ts';

export type AuditActor = { kind: 'staff' | 'kiosk' | 'node' | 'system' | 'nobody'; id: string | null };

export type AuditEvent = {
  /** Null when nobody's organisation is concerned, such as a sign-in with a username that does not exist. */
  organisationId: OrganisationId | null;
  actor: AuditActor;
  /** `<subject>.<verb>`, such as `session.sign-in`. */
  action: string;
  subject?: { kind: string; id: string };
  result?: 'done' | 'refused';
  requestId?: string;
  sourceIp?: string;
  /** Ids and reasons only, never personal data. */
  details?: Record<string, string | number | boolean | null>;
};

/** The record of who did what. An entry is written in the transaction that it is recorded in, and lives or dies with it. */
export function createAudit({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  return {
    record: (event: AuditEvent): Promise<void> =>
      insertAuditEntry(db.connection, { id: ids.uuid(), at: clock.now(), ...event }),
  };
}

export function actorOf(principal: Principal | undefined): AuditActor {
  if (!principal) return { kind: 'nobody', id: null };
  if (principal.kind === 'staff') return { kind: 'staff', id: principal.accountId };
  return principal.kind === 'kiosk' ? { kind: 'kiosk', id: principal.kioskId } : { kind: 'node', id: null };
}
