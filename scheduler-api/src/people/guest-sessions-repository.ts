import { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { engagedStates } from '@remote-clerk/shared/domain/consultation.ts';
import { ConsultationId, InvitationId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { openInvitationStates } from './invitations-repository.ts';

const Row = z
  .object({
    invitation_id: InvitationId,
    consultation_id: ConsultationId,
    organisation_id: OrganisationId,
    role: GuestRole,
    name: z.string(),
    expires_at: Instant,
  })
  .transform((row) => ({
    invitationId: row.invitation_id,
    consultationId: row.consultation_id,
    organisationId: row.organisation_id,
    guestRole: row.role,
    name: row.name,
    expiresAt: row.expires_at,
  }));

/** Rows of `guest_sessions`. */
export function createGuestSessionsRepository(db: Database) {
  const table = () => db.connection('guest_sessions');
  return {
    async insert(session: { tokenHash: string; invitationId: InvitationId; expiresAt: Instant }): Promise<void> {
      await table().insert({
        token_hash: session.tokenHash,
        invitation_id: session.invitationId,
        expires_at: session.expiresAt,
      });
    },
    /** Whose session it is, while the invitation is open and the consultation still takes place. */
    async find(tokenHash: string, now: Instant) {
      const [row] = await db
        .connection('guest_sessions as g')
        .join('invitations as v', 'v.id', 'g.invitation_id')
        .join('consultations as c', 'c.id', 'v.consultation_id')
        .where('g.token_hash', tokenHash)
        .where('g.expires_at', '>', now)
        .whereIn('v.state', [...openInvitationStates])
        .whereIn('c.state', [...engagedStates])
        .select('g.invitation_id', 'g.expires_at', 'v.consultation_id', 'v.organisation_id', 'v.role', 'v.name');
      return row === undefined ? undefined : Row.parse(row);
    },
    async extend(tokenHash: string, expiresAt: Instant): Promise<void> {
      await table().where({ token_hash: tokenHash }).update({ expires_at: expiresAt });
    },
    async endOf(invitationIds: readonly InvitationId[]): Promise<void> {
      await table()
        .whereIn('invitation_id', [...invitationIds])
        .delete();
    },
    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<=', now).delete();
    },
  };
}
