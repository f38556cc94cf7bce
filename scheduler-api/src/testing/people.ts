import { randomUUID } from 'node:crypto';
import type { GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { guestNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import type { AccountId, ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { TestApi } from './boot-api.ts';
import type { TestClient } from './test-client.ts';
import { openSocket } from './test-socket.ts';
import type { World, WorldKiosk, WorldSpecialist } from './world.ts';

type WorldNode = Awaited<ReturnType<World['node']>>;
type Has = { client: TestClient };
type Wish = { role?: GuestRole; name?: string; accountId?: AccountId };

/** Asks somebody in; with a code for who gets a link. */
export const invite = ({ client }: Has, consultationId: ConsultationId, wish: Wish = {}) =>
  client.call(peopleRoutes.invite, {
    params: { consultationId },
    body: { role: 'interpreter', name: 'Anna Tulko', ...wish },
    idempotencyKey: randomUUID(),
  });

/** A page that opens a link. @throws the refusal */
export async function openLink(api: TestApi, code: string | null) {
  const client = api.client();
  const { token, view } = await client.call(peopleRoutes.openInvitation, { body: { code: code ?? '' } });
  client.useBearer(token);
  const { id } = view.consultation;
  return {
    client,
    token,
    view,
    id: view.invitation.id,
    connect: () => openSocket(`${api.url}${guestNamespace}`, { auth: { token } }),
    ticket: () => client.call(consultationRoutes.createCallTicket, { params: { consultationId: id }, body: {} }),
  };
}

/** Somebody with a link who has come in. */
export async function bringIn(api: TestApi, specialist: Has, consultationId: ConsultationId, wish: Wish = {}) {
  const { code, invitation } = await invite(specialist, consultationId, wish);
  const page = await openLink(api, code);
  await page.ticket();
  return { ...page, invitation, code };
}

/** A colleague who is asked at their desk, and comes in. */
export async function bringInColleague(
  api: TestApi,
  specialist: Has,
  consultationId: ConsultationId,
  colleague: WorldSpecialist,
) {
  const { invitation } = await invite(specialist, consultationId, { role: 'colleague', accountId: colleague.id });
  const { code } = await colleague.client.call(peopleRoutes.answerInvitation, {
    params: { invitationId: invitation.id },
    body: { coming: true },
  });
  const page = await openLink(api, code);
  await page.ticket();
  return { ...page, invitation };
}

/** A call that takes place: a node, a kiosk, and a specialist at work. */
export async function createCall(
  world: World,
  parts: { node?: WorldNode; kiosk?: WorldKiosk; specialist?: WorldSpecialist } = {},
) {
  const node = parts.node ?? (await world.node());
  const kiosk = parts.kiosk ?? (await world.kiosk());
  const specialist = parts.specialist ?? (await world.specialist());
  const { consultationId } = await kiosk.ask();
  const params = { consultationId };
  const { call, caseId } = await specialist.client.call(consultationRoutes.acceptConsultation, { params, body: {} });
  const goLive = () => node.report({ kind: 'room.live', roomId: call.roomId, consultationId });
  await goLive();
  const end = () => specialist.client.call(consultationRoutes.endConsultation, { params, body: {} });
  return { node, kiosk, specialist, consultationId, caseId, params, end };
}
