import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { guestNamespace, guestRequests } from '@remote-clerk/shared/contracts/live/messages.ts';
import type { ConsultationId, InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Socket } from 'socket.io';
import { z } from 'zod';
import type { CallSignals } from '../consultations/call-signals.ts';
import type { ViewsService } from '../consultations/views-service.ts';
import type { Context } from '../context.ts';
import type { Authentication } from '../http/authentication.ts';
import type { GuestPrincipal } from '../http/principal.ts';
import { coalesce } from '../live/coalesce.ts';
import type { Live } from '../live/create-live.ts';
import type { Signals } from '../live/signals.ts';

/** A page is shown something new no oftener than this, in milliseconds; the first change is shown at once. */
const restMs = 200;

const Handshake = z.object({ token: z.string().max(1024) });

type Needs = Pick<Context, 'logger'> & {
  authentication: Authentication;
  signals: Signals;
  views: ViewsService;
  callSignals: CallSignals;
};

/** Pushes each guest the whole view when they connect and after every change of their consultation. */
export function serveGuests(live: Live, { logger, authentication, signals, views, callSignals }: Needs) {
  type Caller = { socket: Socket; principal: GuestPrincipal };
  const present = new Map<Socket, GuestPrincipal>();
  const show = async ({ socket, principal }: Caller) => {
    socket.emit('guest', await views.guest(principal.consultationId, principal.invitationId));
  };

  const { namespace, recheck } = live.serve({
    name: guestNamespace,
    async admit({ auth }) {
      const handshake = Handshake.safeParse(auth);
      const principal = handshake.success ? await authentication.bearer(handshake.data.token) : undefined;
      return principal?.kind === 'guest' ? principal : undefined;
    },
    answers: {
      'view.read': answer(guestRequests['view.read'], async (_nothing, caller: Caller) => {
        await show(caller);
        return {};
      }),
      'call.signal': answer(guestRequests['call.signal'], async (outgoing, { principal }: Caller) => {
        await callSignals.send(principal, outgoing);
        return {};
      }),
    },
    async connected(socket, principal) {
      present.set(socket, principal);
      await socket.join([ofInvitation(principal.invitationId), guestsOf(principal.consultationId)]);
      await show({ socket, principal });
    },
    async disconnected(socket) {
      present.delete(socket);
    },
  });

  const push = coalesce(
    async (id: ConsultationId) => {
      for (const [socket, principal] of present)
        if (principal.consultationId === id) await live.track(show({ socket, principal }));
    },
    {
      onFailure: (err) => logger.error({ err }, 'a guest could not be shown a change'),
      rest: () => live.pause(restMs),
    },
  );
  signals.on('consultation', push);
  signals.on('chat', ({ id }, latest) => namespace.to(guestsOf(id)).emit('chat', { consultationId: id, latest }));
  callSignals.onDeliver((to, incoming) => {
    if (to.kind === 'guest') namespace.to(ofInvitation(to.id)).emit('call.signal', incoming);
  });
  const onFailed = (err: unknown) => logger.error({ err }, 'guests could not be checked');
  /** Whoever has to go sees why first, as long as there is something to see. */
  const seeOut = async (id: InvitationId) => {
    for (const [socket, principal] of present)
      if (principal.invitationId === id) await show({ socket, principal }).catch(() => undefined);
    await recheck(ofInvitation(id));
  };
  signals.on('guestEnded', (id) => void live.track(seeOut(id).catch(onFailed)));

  return {
    /** Closes the pages of those whose session is over. A page that is open counts as a session in use. */
    recheckGuests: () => recheck(),
  };
}

const ofInvitation = (id: InvitationId) => `invitation:${id}`;
const guestsOf = (id: ConsultationId) => `guests:${id}`;
