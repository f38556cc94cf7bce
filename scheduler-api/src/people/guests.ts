import { mostGuests } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { engagedStates } from '@remote-clerk/shared/domain/consultation.ts';
import type { AccountId, ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Consultation } from '../consultations/consultation-row.ts';
import type { Dispatch } from '../consultations/dispatch.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import { fingerprint } from '../http/digest.ts';
import type { GuestPrincipal } from '../http/principal.ts';
import type { Signals } from '../live/signals.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { GuestSessions } from './guest-sessions.ts';
import { type Invitation, type InvitationsRepository, isOpenInvitation } from './invitations-repository.ts';

/** Longer than any consultation, with whose end an invitation that was opened ends: in milliseconds. */
const longestMs = 24 * 3_600_000;

export const isEngaged = ({ state }: Pick<Consultation, 'state'>) => engagedStates.some((engaged) => engaged === state);

type Needs = Pick<Context, 'db' | 'clock' | 'audit'> & {
  invitations: InvitationsRepository;
  consultations: ConsultationLookup;
  sessions: GuestSessions;
  cases: ServiceCasesService;
  signals: Signals;
  nodes: Pick<NodesService, 'removeGuest'>;
  dispatch: Dispatch;
};

/** Those who come into a consultation by invitation: how they come in, and how they go. */
export function createGuests({
  db,
  clock,
  audit,
  invitations,
  consultations,
  sessions,
  cases,
  signals,
  nodes,
  dispatch,
}: Needs) {
  /** Whom a change of an invitation concerns, once it is committed. */
  const tell = (consultation: Consultation, invitation: Invitation) =>
    db.afterCommit(async () => {
      // A specialist who comes out of another's call can be rung again.
      if (invitation.institutionId) await dispatch(invitation.institutionId);
      signals.institutionChanged(consultation.institutionId);
      signals.kioskChanged(consultation.kioskId);
      signals.consultationChanged(consultation.id);
      if (invitation.institutionId && invitation.institutionId !== consultation.institutionId)
        signals.institutionChanged(invitation.institutionId);
    });
  const actor = ({ id }: Invitation) => ({ kind: 'guest' as const, id });

  async function close(
    consultation: Consultation,
    invitation: Invitation,
    state: 'left' | 'declined' | 'withdrawn' | 'expired',
  ): Promise<void> {
    await invitations.change(invitation.id, { state, ended_at: clock.now() });
    await sessions.endOf([invitation.id]);
    await tell(consultation, invitation);
    await db.afterCommit(() => {
      signals.guestEnded(invitation.id);
      const { room } = consultation;
      if (room) nodes.removeGuest(room.nodeId, { roomId: room.id, subject: invitation.id });
    });
  }

  /** The invitation is over, and whoever came with it is sent out. */
  async function end(...[consultation, invitation, state]: Parameters<typeof close>): Promise<void> {
    await close(consultation, invitation, state);
    if (invitation.state === 'joined') await cases.step(consultation.id, 'guest-left', actor(invitation));
  }

  /** @throws ProblemError `room-full` when as many as can be have been asked already */
  async function assertRoom(consultation: Consultation): Promise<void> {
    const now = clock.now();
    const open = (await invitations.listOpenOf([consultation.id])).filter(
      ({ state, expiresAt }) => state === 'joined' || !isDue(expiresAt, now),
    );
    if (open.length >= mostGuests) throw new ProblemError('room-full');
  }

  /** Who has left may come again: their link is good until the consultation is over. */
  async function findOpenable(
    code: string,
  ): Promise<{ consultation: Consultation; invitation: Invitation } | undefined> {
    const known = await invitations.findByCode(fingerprint(normalizeCode(code)));
    if (!known) return undefined;
    const consultation = await consultations.getLocked(systemScope, known.consultationId);
    const invitation = await invitations.get(systemScope, known.id);
    const open = isOpenInvitation(invitation) || invitation.state === 'left';
    const late = invitation.state !== 'joined' && isDue(invitation.expiresAt, clock.now());
    return open && !late && isEngaged(consultation) ? { consultation, invitation } : undefined;
  }

  return {
    end,
    tell,
    assertRoom,
    /** They stay, but as the one whose consultation it is: as a guest they are gone. */
    async becomeSpecialist(consultation: Consultation, invitation: Invitation): Promise<void> {
      await close(consultation, invitation, 'left');
      await invitations.change(invitation.id, { code_hash: null });
    },

    /** @throws ProblemError `invitation-not-valid`, whatever is wrong with it; also when others have taken the place */
    async open(code: string, request: { requestId: string; sourceIp: string }) {
      const opened = await db.transaction(async () => {
        const found = await findOpenable(code);
        if (!found) return undefined;
        const { consultation, invitation } = found;
        if (invitation.state === 'left') {
          const free = await assertRoom(consultation).then(
            () => true,
            () => false,
          );
          if (!free) return undefined;
        }
        await invitations.change(invitation.id, {
          state: invitation.state === 'joined' ? 'joined' : 'invited',
          ended_at: null,
          expires_at: addMilliseconds(clock.now(), longestMs),
        });
        const token = await sessions.begin(invitation.id);
        await audit.record({
          organisationId: invitation.organisationId,
          actor: { kind: 'nobody', id: invitation.id },
          action: 'invitation.open',
          subject: { kind: 'invitation', id: invitation.id },
          ...request,
        });
        await tell(consultation, invitation);
        // Whoever opened it before, in another window or elsewhere, is out.
        await db.afterCommit(() => signals.guestEnded(invitation.id));
        return { token, invitationId: invitation.id, consultationId: consultation.id };
      });
      if (opened) return opened;
      await audit.record({
        organisationId: null,
        actor: { kind: 'nobody', id: null },
        action: 'invitation.open',
        result: 'refused',
        ...request,
      });
      throw new ProblemError('invitation-not-valid');
    },

    /**
     * A guest is about to get a call ticket: from the first on they count as being there.
     * @param consultation the guest's, locked
     * @throws ProblemError `not-found` for another consultation, `illegal-transition` for one that does not take place now
     */
    async enter(guest: GuestPrincipal, consultation: Consultation) {
      if (guest.consultationId !== consultation.id) throw new ProblemError('not-found');
      if (!isEngaged(consultation)) throw new ProblemError('illegal-transition', 'The consultation is over');
      const invitation = await invitations.get(systemScope, guest.invitationId);
      if (!isOpenInvitation(invitation)) throw new ProblemError('illegal-transition', 'The invitation is over');
      if (invitation.state === 'invited') {
        await invitations.change(invitation.id, { state: 'joined', joined_at: invitation.joinedAt ?? clock.now() });
        await cases.step(consultation.id, 'joined', actor(invitation));
        await tell(consultation, invitation);
      }
      return { sub: guest.invitationId, role: guest.guestRole, standing: 'participant' as const, name: guest.name };
    },

    async leave(guest: GuestPrincipal): Promise<void> {
      await db.transaction(async () => {
        const consultation = await consultations.getLocked(systemScope, guest.consultationId);
        const invitation = await invitations.get(systemScope, guest.invitationId);
        if (isOpenInvitation(invitation)) await end(consultation, invitation, 'left');
      });
    },

    /** The consultation is over, or waits again for another specialist: with it go those who were asked into it. */
    async endAll(consultation: Consultation): Promise<void> {
      for (const invitation of await invitations.listOpenOf([consultation.id]))
        await end(consultation, invitation, invitation.state === 'joined' ? 'left' : 'expired');
    },

    /** Of a colleague who may not take part in anything any more: out of every call that they were asked into. */
    async sendOut(accountId: AccountId): Promise<void> {
      for (const { id, consultationId } of await invitations.listOpenOfAccount(accountId)) {
        await db.transaction(async () => {
          const consultation = await consultations.getLocked(systemScope, consultationId);
          const invitation = await invitations.get(systemScope, id);
          if (isOpenInvitation(invitation)) await end(consultation, invitation, 'withdrawn');
        });
      }
    },

    /** Invitations that nobody followed in time, and guests whose page has gone. */
    async sweep(): Promise<void> {
      for (const { id, consultationId } of await invitations.listStale(clock.now())) {
        await db.transaction(async () => {
          const consultation = await consultations.getLocked(systemScope, consultationId);
          const stale = (await invitations.listStale(clock.now())).find((one) => one.id === id);
          if (stale) await end(consultation, stale, stale.state === 'joined' ? 'left' : 'expired');
        });
      }
      await sessions.forgetExpired();
    },

    lockConsultation: (id: ConsultationId) => consultations.getLocked(systemScope, id),
  };
}
export type Guests = ReturnType<typeof createGuests>;

/** As a person may have typed it. */
const normalizeCode = (code: string) => code.toUpperCase().replaceAll(/[\s-]/g, '');
