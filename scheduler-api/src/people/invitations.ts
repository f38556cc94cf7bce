import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Invitation as InvitationView } from '@remote-clerk/shared/contracts/people.ts';
import { type AccountId, type ConsultationId, InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { ConsultationAccess } from '../consultations/consultation-access.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import { fingerprint } from '../http/digest.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { createReadableCode } from '../readable-code.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { DutyRoster } from './duty-roster.ts';
import { type Guests, isEngaged } from './guests.ts';
import {
  type Invitation,
  type InvitationsRepository,
  isOpenInvitation,
  presentInvitation,
} from './invitations-repository.ts';

/** A link that nobody has opened, or a ring that nobody has answered, is over after this, in milliseconds. */
const unopenedMs = 15 * 60_000;
/** Five bits a character. */
const codeLength = 20;

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'audit'> & {
  invitations: InvitationsRepository;
  guests: Guests;
  roster: DutyRoster;
  access: ConsultationAccess;
  cases: ServiceCasesService;
};

/** Who is asked into a consultation, by its specialist, and what those who are asked say. */
export function createInvitations(needs: Needs) {
  const { db, clock, ids, audit, invitations, guests, roster, access, cases } = needs;

  const subjectOf = ({ id }: { id: InvitationId }) => ({ kind: 'invitation', id });

  async function getOwnOpen(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId) {
    const consultation = await access.ownOf(scope, staff, id);
    if (!isEngaged(consultation)) throw new ProblemError('illegal-transition', 'The consultation is over');
    return consultation;
  }

  /** An invitation that rings at one's own desk. @throws ProblemError `not-found` for another's */
  async function getAtDesk(scope: OrganisationScope, staff: StaffPrincipal, id: InvitationId): Promise<Invitation> {
    const invitation = await invitations.get(scope, id);
    if (invitation.accountId !== staff.accountId) throw new ProblemError('not-found');
    return invitation;
  }

  return {
    /** Who can be asked now. @throws ProblemError `not-found` for a consultation that is not one's own */
    async listOnDuty(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId) {
      await db.transaction(() => access.ownOf(scope, staff, id));
      return roster.list(scope, staff.accountId);
    },

    /**
     * @returns the code of the link, which is kept nowhere; null for who is asked at their desk
     * @throws ProblemError `room-full`; `not-found` for somebody who is not on duty
     */
    async invite(
      scope: OrganisationScope,
      request: StaffRequest,
      id: ConsultationId,
      wish: { role: GuestRole; name: string; language: Language | null; accountId: AccountId | null },
    ): Promise<{ invitation: InvitationView; code: string | null }> {
      const { principal: staff } = request;
      return db.transaction(async () => {
        const consultation = await getOwnOpen(scope, staff, id);
        await guests.assertRoom(consultation);
        const colleague = wish.accountId && (await roster.get(scope, staff.accountId, wish.accountId));
        const asked = await invitations.listOpenOf([id]);
        if (colleague && asked.some(({ accountId }) => accountId === colleague.accountId))
          throw new ProblemError('illegal-transition', 'They have been asked already');
        const code = colleague ? null : createReadableCode(codeLength);
        const invitation: Invitation = {
          id: InvitationId.parse(ids.uuid()),
          organisationId: consultation.organisationId,
          consultationId: id,
          role: wish.role,
          name: colleague ? colleague.name : wish.name,
          language: wish.language,
          accountId: colleague ? colleague.accountId : null,
          invitedBy: staff.accountId,
          state: 'invited',
          invitedAt: clock.now(),
          joinedAt: null,
          endedAt: null,
          expiresAt: addMilliseconds(clock.now(), unopenedMs),
          institutionId: colleague ? colleague.institutionId : null,
        };
        await invitations.insert({ ...invitation, codeHash: code && fingerprint(code) });
        await cases.step(id, 'invited', { kind: 'specialist', id: staff.accountId }, invitation.name);
        await audit.recordStaff(request, 'invitation.create', subjectOf(invitation));
        await guests.tell(consultation, invitation);
        return { invitation: presentInvitation(invitation), code };
      });
    },

    /** Also sends a guest out who is there, or keeps one out who has left. */
    async withdraw(scope: OrganisationScope, request: StaffRequest, id: InvitationId): Promise<void> {
      await db.transaction(async () => {
        const { consultationId } = await invitations.get(scope, id);
        const consultation = await getOwnOpen(scope, request.principal, consultationId);
        const invitation = await invitations.get(scope, id);
        if (!isOpenInvitation(invitation) && invitation.state !== 'left')
          throw new ProblemError('illegal-transition', 'The invitation is over');
        await guests.end(consultation, invitation, 'withdrawn');
        await audit.recordStaff(request, 'invitation.withdraw', subjectOf(invitation));
      });
    },

    /**
     * The answer of somebody at their own desk; asked again, who is coming gets a new code and the earlier one is void.
     * @throws ProblemError `invitation-not-valid` when it is over
     */
    async answer(
      scope: OrganisationScope,
      request: StaffRequest,
      id: InvitationId,
      coming: boolean,
    ): Promise<string | null> {
      return db.transaction(async () => {
        const { consultationId } = await getAtDesk(scope, request.principal, id);
        const consultation = await guests.lockConsultation(consultationId);
        const invitation = await invitations.get(systemScope, id);
        const late = invitation.state === 'invited' && isDue(invitation.expiresAt, clock.now());
        if (!isOpenInvitation(invitation) || late || !isEngaged(consultation))
          throw new ProblemError('invitation-not-valid');
        await audit.recordStaff(request, coming ? 'invitation.answer' : 'invitation.decline', subjectOf(invitation));
        if (!coming) {
          await guests.end(consultation, invitation, invitation.state === 'joined' ? 'left' : 'declined');
          return null;
        }
        const code = createReadableCode(codeLength);
        await invitations.change(id, { code_hash: fingerprint(code) });
        return code;
      });
    },
  };
}
export type Invitations = ReturnType<typeof createInvitations>;
