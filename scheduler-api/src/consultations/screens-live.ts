import { isDeepStrictEqual } from 'node:util';
import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import {
  kioskNamespace,
  kioskRequests,
  staffNamespace,
  staffRequests,
} from '@remote-clerk/shared/contracts/live/messages.ts';
import type { AccountId, ContactPointId, InstitutionId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { Socket } from 'socket.io';
import { z } from 'zod';
import { actorOf } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { organisationScope, systemScope } from '../db/scope.ts';
import type { Authentication } from '../http/authentication.ts';
import { isSameSite } from '../http/cross-site.ts';
import { holds, type KioskPrincipal, type StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import { coalesce } from '../live/coalesce.ts';
import type { Live } from '../live/create-live.ts';
import type { Signals } from '../live/signals.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { CallSignals } from './call-signals.ts';
import type { Dispatch } from './dispatch.ts';
import type { Presence } from './presence.ts';
import type { ViewsService } from './views-service.ts';

/**
 * One screen is shown something new no oftener than this, in milliseconds; the first change is shown at once. A contact point
 * shows the places of many in many lines, which change all the time and hurry nobody.
 */
const restMs = { desk: 200, kiosk: 200, contactPoint: 1_000 };

const KioskHandshake = z.object({ token: z.string().max(1024) });

type Needs = Pick<Context, 'config' | 'logger' | 'audit'> & {
  authentication: Authentication;
  signals: Signals;
  views: ViewsService;
  kiosks: KiosksService;
  contactPoints: ContactPointsService;
  specialists: SpecialistsService;
  presence: Presence;
  dispatch: Dispatch;
  callSignals: CallSignals;
};

const account = (id: AccountId) => `account:${id}`;
const desk = (id: AccountId) => `desk:${id}`;
const atContactPoint = (id: ContactPointId) => `contact-point:${id}`;
const atKiosk = (id: KioskId) => `kiosk:${id}`;

/** Pushes each screen its whole view when it connects and after every change that concerns it. */
export function serveScreens(live: Live, needs: Needs) {
  const { config, logger, authentication, signals, views, kiosks, contactPoints, specialists, presence, dispatch } =
    needs;
  const { callSignals, audit } = needs;

  const show = <Id>(milliseconds: number, push: (id: Id) => Promise<void>) =>
    coalesce((id: Id) => live.track(push(id)), {
      onFailure: (err) => logger.error({ err }, 'a view could not be pushed'),
      rest: () => live.pause(milliseconds),
    });

  const pushContactPoint = show(restMs.contactPoint, async (id: ContactPointId) => {
    if (!staff.adapter.rooms.has(atContactPoint(id))) return;
    const { scope, contactPoint } = await contactPoints.getWithScope(systemScope, id);
    staff.to(atContactPoint(id)).emit('contact-point', await views.contactPoint(scope, id, contactPoint));
  });
  const pushKiosk = show(restMs.kiosk, async (id: KioskId) => {
    if (screens.adapter.rooms.has(atKiosk(id)))
      screens.to(atKiosk(id)).emit('kiosk', await views.kiosk(systemScope, id));
  });
  const pushInstitution = show(restMs.desk, async (id: InstitutionId) => {
    const { desks, kioskIds, contactPointIds } = await views.institution(id);
    for (const { specialistId, view } of desks) staff.to(desk(specialistId)).emit('desk', view);
    for (const kioskId of kioskIds) pushKiosk(kioskId);
    for (const contactPointId of contactPointIds) pushContactPoint(contactPointId);
  });

  const servesCalls = (principal: StaffPrincipal) =>
    principal.post === 'specialist' && holds(principal, 'consultation.serve');
  const servesRoom = (principal: StaffPrincipal) =>
    principal.post === 'clerk' && holds(principal, 'contact-point.serve');

  async function pushOwn(socket: Socket, principal: StaffPrincipal): Promise<void> {
    const scope = organisationScope(principal.organisationId);
    if (servesCalls(principal)) socket.emit('desk', await views.desk(scope, principal.accountId));
    if (servesRoom(principal)) {
      const own = await kiosks.findContactPointOfClerk(scope, principal.accountId);
      if (!own) return;
      const { contactPoint } = await contactPoints.getWithScope(scope, own);
      socket.emit('contact-point', await views.contactPoint(scope, own, contactPoint));
    }
  }

  /** A screen that is pushed counts as looked at once, when it is opened. */
  const recordLook = (principal: StaffPrincipal, screen: 'desk' | 'contact-point', id: string) =>
    audit.record({
      organisationId: principal.organisationId,
      actor: actorOf(principal),
      action: `${screen}.read`,
      subject: { kind: screen, id },
      details: { by: 'socket' },
    });

  async function specialistChanged(id: AccountId): Promise<void> {
    // Nobody to be found: the account was disabled while its desk was open.
    const specialist = await specialists.find(systemScope, id);
    if (!specialist) return;
    await dispatch(specialist.institutionId);
    pushInstitution(specialist.institutionId);
  }

  const { namespace: staff, recheck: recheckStaff } = live.serve({
    name: staffNamespace,
    async admit(handshake) {
      if (!isSameSite(handshake.headers, config.publicOrigin)) return undefined;
      const principal = await authentication.fromHeaders(handshake.headers);
      return principal?.kind === 'staff' ? principal : undefined;
    },
    answers: {
      'call.signal': answer(
        staffRequests['call.signal'],
        async (outgoing, { principal }: { socket: Socket; principal: StaffPrincipal }) => {
          await callSignals.send(principal, outgoing);
          return {};
        },
      ),
      'view.read': answer(
        staffRequests['view.read'],
        async (_nothing, { socket, principal }: { socket: Socket; principal: StaffPrincipal }) => {
          await pushOwn(socket, principal);
          return {};
        },
      ),
    },
    isSame: (before, now) => isDeepStrictEqual(before.rights, now.rights),
    async connected(socket, principal) {
      // First of all: what ends or changes while it is being opened concerns it already.
      await socket.join(account(principal.accountId));
      if (servesCalls(principal)) {
        await socket.join(desk(principal.accountId));
        await specialists.connect(principal.accountId, socket.id);
        await presence.specialistConnected(principal.accountId);
        await specialistChanged(principal.accountId);
        await recordLook(principal, 'desk', principal.accountId);
      }
      if (servesRoom(principal)) {
        const own = await kiosks.findContactPointOfClerk(
          organisationScope(principal.organisationId),
          principal.accountId,
        );
        if (own) {
          await socket.join(atContactPoint(own));
          await recordLook(principal, 'contact-point', own);
        }
      }
      await pushOwn(socket, principal);
    },
    async disconnected(socket, principal) {
      if (!servesCalls(principal)) return;
      if (!(await specialists.disconnect(principal.accountId, socket.id))) return;
      await presence.specialistDisconnected(principal.accountId);
      await specialistChanged(principal.accountId);
    },
  });

  const { namespace: screens, recheck: recheckKiosks } = live.serve({
    name: kioskNamespace,
    async admit({ auth }) {
      const handshake = KioskHandshake.safeParse(auth);
      const principal = handshake.success ? await authentication.bearer(handshake.data.token) : undefined;
      return principal?.kind === 'kiosk' ? principal : undefined;
    },
    answers: {
      'call.signal': answer(
        kioskRequests['call.signal'],
        async (outgoing, { principal }: { socket: Socket; principal: KioskPrincipal }) => {
          await callSignals.send(principal, outgoing);
          return {};
        },
      ),
      'view.read': answer(
        kioskRequests['view.read'],
        async (_nothing, { socket, principal }: { socket: Socket; principal: KioskPrincipal }) => {
          socket.emit('kiosk', await views.kiosk(organisationScope(principal.organisationId), principal.kioskId));
          return {};
        },
      ),
      'activity.report': answer(
        kioskRequests['activity.report'],
        async ({ activity }, { principal }: { socket: Socket; principal: KioskPrincipal }) => {
          await kiosks.setActivity(principal.kioskId, activity);
          return {};
        },
      ),
    },
    async connected(socket, principal) {
      const scope = organisationScope(principal.organisationId);
      await socket.join(atKiosk(principal.kioskId));
      await kiosks.connect(scope, principal.kioskId, socket.id);
      await presence.kioskConnected(principal.kioskId);
      await kiosks.changed(principal.kioskId);
      socket.emit('kiosk', await views.kiosk(scope, principal.kioskId));
    },
    async disconnected(socket, principal) {
      if (!(await kiosks.disconnect(principal.kioskId, socket.id))) return;
      await presence.kioskDisconnected(principal.kioskId);
      await kiosks.changed(principal.kioskId);
    },
  });

  signals.on('institution', pushInstitution);
  signals.on('kiosk', pushKiosk);
  signals.on('contactPoint', pushContactPoint);
  signals.on('chat', ({ id: consultationId, kioskId, specialistId }, latest) => {
    if (specialistId) staff.to(account(specialistId)).emit('chat', { consultationId, latest });
    screens.to(atKiosk(kioskId)).emit('chat', { consultationId, latest });
  });
  callSignals.onDeliver((to, incoming) => {
    if (to.kind === 'specialist') staff.to(desk(to.id)).emit('call.signal', incoming);
    if (to.kind === 'kiosk') screens.to(atKiosk(to.id)).emit('call.signal', incoming);
  });
  const onFailed = (err: unknown) => logger.error({ err }, 'sockets could not be checked');
  signals.on('accountEnded', (id) => void live.track(recheckStaff(account(id)).catch(onFailed)));
  signals.on('kioskEnded', (id) => void live.track(recheckKiosks(atKiosk(id)).catch(onFailed)));

  return {
    /** Closes the consoles whose session has run out. A console that is open counts as a session in use. */
    recheckConsoles: () => recheckStaff(),
  };
}
