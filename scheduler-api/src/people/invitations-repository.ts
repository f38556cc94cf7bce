import { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { InvitationState, type Invitation as InvitationView } from '@remote-clerk/shared/contracts/people.ts';
import {
  AccountId,
  ConsultationId,
  InstitutionId,
  InvitationId,
  OrganisationId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const InvitationRow = z
  .object({
    id: InvitationId,
    organisation_id: OrganisationId,
    consultation_id: ConsultationId,
    role: GuestRole,
    name: z.string(),
    language: Language.nullable(),
    account_id: AccountId.nullable(),
    invited_by: AccountId,
    state: InvitationState,
    invited_at: Instant,
    joined_at: Instant.nullable(),
    ended_at: Instant.nullable(),
    expires_at: Instant,
    /** Of the specialist who was asked; null for who was given a link. */
    institution_id: InstitutionId.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    consultationId: row.consultation_id,
    role: row.role,
    name: row.name,
    language: row.language,
    accountId: row.account_id,
    invitedBy: row.invited_by,
    state: row.state,
    invitedAt: row.invited_at,
    joinedAt: row.joined_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
    institutionId: row.institution_id,
  }));
export type Invitation = z.output<typeof InvitationRow>;

export const openInvitationStates = ['invited', 'joined'] as const satisfies InvitationState[];
export const isOpenInvitation = ({ state }: Pick<Invitation, 'state'>) => state === 'invited' || state === 'joined';

export const presentInvitation = (invitation: Invitation): InvitationView => ({
  id: invitation.id,
  role: invitation.role,
  name: invitation.name,
  language: invitation.language,
  accountId: invitation.accountId,
  state: invitation.state,
  invitedAt: invitation.invitedAt,
  expiresAt: invitation.expiresAt,
});

/** Rows of `invitations`. They belong to the consultation's organisation. */
export function createInvitationsRepository(db: Database) {
  const table = () => db.connection('invitations');
  const joined = () =>
    db
      .connection('invitations as v')
      .leftJoin('specialists as s', 's.account_id', 'v.account_id')
      .orderBy(['v.invited_at', 'v.id'])
      .select('v.*', 's.institution_id');
  const rows = async (query: ReturnType<typeof joined>) => z.array(InvitationRow).parse(await query);

  return {
    async insert(invitation: Omit<Invitation, 'institutionId'> & { codeHash: string | null }): Promise<void> {
      await table().insert({
        id: invitation.id,
        organisation_id: invitation.organisationId,
        consultation_id: invitation.consultationId,
        role: invitation.role,
        name: invitation.name,
        language: invitation.language,
        account_id: invitation.accountId,
        invited_by: invitation.invitedBy,
        state: invitation.state,
        code_hash: invitation.codeHash,
        invited_at: invitation.invitedAt,
        expires_at: invitation.expiresAt,
      });
    },

    /** @throws ProblemError `not-found` for one of another organisation */
    async get(scope: Scope, id: InvitationId): Promise<Invitation> {
      const [found] = await rows(scoped(joined().where('v.id', id), scope, 'v.organisation_id'));
      if (!found) throw new ProblemError('not-found');
      return found;
    },
    findByCode: async (codeHash: string) => (await rows(joined().where('v.code_hash', codeHash)))[0],
    listOf: (ids: readonly ConsultationId[]) => rows(joined().whereIn('v.consultation_id', [...ids])),
    listOpenOf: (ids: readonly ConsultationId[]) =>
      rows(
        joined()
          .whereIn('v.consultation_id', [...ids])
          .whereIn('v.state', [...openInvitationStates]),
      ),
    listOpenOfAccount: (id: AccountId) =>
      rows(
        joined()
          .where('v.account_id', id)
          .whereIn('v.state', [...openInvitationStates]),
      ),
    /** Asked and never came in time, or in the consultation without a session any more. */
    listStale: (now: Instant) =>
      rows(
        joined().where((any) =>
          any
            .where((asked) => asked.where('v.state', 'invited').where('v.expires_at', '<=', now))
            .orWhere((gone) =>
              gone
                .where('v.state', 'joined')
                .whereNotExists(
                  db
                    .connection('guest_sessions as g')
                    .whereRaw('g.invitation_id = v.id')
                    .where('g.expires_at', '>', now)
                    .select('g.token_hash'),
                ),
            ),
        ),
      ),

    async change(
      id: InvitationId,
      change: {
        state?: InvitationState;
        code_hash?: string | null;
        joined_at?: Instant;
        ended_at?: Instant | null;
        expires_at?: Instant;
      },
    ): Promise<void> {
      await table().where({ id }).update(change);
    },
  };
}
export type InvitationsRepository = ReturnType<typeof createInvitationsRepository>;
