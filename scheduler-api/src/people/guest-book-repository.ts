import { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { engagedStates } from '@remote-clerk/shared/domain/consultation.ts';
import { AccountId, type ConsultationId, InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { openInvitationStates } from './invitations-repository.ts';

const AtDesk = z
  .object({
    id: InvitationId,
    role: GuestRole,
    account_id: AccountId,
    from_name: z.string(),
    service_name: jsonColumn(LocalizedText),
    contact_point_name: z.string(),
    language: Language.nullable(),
    spoken: Language,
    state: z.enum(openInvitationStates),
    invited_at: Instant,
    expires_at: Instant,
  })
  .transform((row) => ({
    accountId: row.account_id,
    invitation: {
      id: row.id,
      role: row.role,
      from: row.from_name,
      service: row.service_name,
      contactPoint: row.contact_point_name,
      language: row.language ?? row.spoken,
      state: row.state,
      invitedAt: row.invited_at,
      expiresAt: row.expires_at,
    },
  }));

/** Reads invitations together with what other features own: the read side of the screens. It writes nothing. */
export function createGuestBookRepository(db: Database) {
  return {
    /** What rings at these specialists' desks, or is open there. */
    async listAtDesks(accountIds: readonly AccountId[], now: Instant) {
      const found = await db
        .connection('invitations as v')
        .join('consultations as c', 'c.id', 'v.consultation_id')
        .join('accounts as a', 'a.id', 'v.invited_by')
        .join('public_services as s', 's.id', 'c.service_id')
        .join('contact_points as p', 'p.id', 'c.contact_point_id')
        .whereIn('v.account_id', [...accountIds])
        .whereIn('v.state', [...openInvitationStates])
        .whereIn('c.state', [...engagedStates])
        .where((any) => any.where('v.state', 'joined').orWhere('v.expires_at', '>', now))
        .orderBy(['v.invited_at', 'v.id'])
        .select(
          'v.id',
          'v.role',
          'v.account_id',
          'v.language',
          'v.state',
          'v.invited_at',
          'v.expires_at',
          'c.language as spoken',
          'a.display_name as from_name',
          's.name as service_name',
          'p.name as contact_point_name',
        );
      return z.array(AtDesk).parse(found);
    },

    /** Who of them is in somebody's call now, as a guest. */
    async listAway(accountIds: readonly AccountId[]): Promise<Set<AccountId>> {
      const found = await db
        .connection('invitations')
        .whereIn('account_id', [...accountIds])
        .where({ state: 'joined' })
        .select('account_id');
      return new Set(
        z
          .array(z.object({ account_id: AccountId }))
          .parse(found)
          .map((row) => row.account_id),
      );
    },

    /** Who came into it by invitation, in the order of coming. */
    async listWhoCame(id: ConsultationId) {
      const found = await db
        .connection('invitations')
        .where({ consultation_id: id })
        .whereNotNull('joined_at')
        .orderBy(['joined_at', 'id'])
        .select('role', 'name');
      return z.array(z.object({ role: GuestRole, name: z.string() })).parse(found);
    },
  };
}
