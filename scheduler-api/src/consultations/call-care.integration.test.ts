import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { nodeNotifications } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ContactPointView, DeskView, KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { beginCall, type LiveCall } from '../testing/live-call.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let node: Awaited<ReturnType<World['node']>>;
let call: LiveCall;
beforeEach(async () => {
  const turn = { urls: ['turn:turn.example.lv:3478'], secret: 'north' };
  api = await bootApi({ config: { turn } });
  world = await createWorld(api);
  node = await world.node();
  call = await beginCall(world, node);
});
afterEach(() => api.close());

const problemOf = async (asked: Promise<unknown>) => {
  const outcome = await asked.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  return outcome instanceof ProblemError ? outcome.type : outcome;
};
const params = () => ({ consultationId: call.consultationId });
const hold = (held: boolean, who: WorldSpecialist = call.specialist) =>
  who.client.call(consultationRoutes.holdConsultation, { params: params(), body: { held } });
const callEmergency = (who: WorldSpecialist = call.specialist) =>
  who.client.call(consultationRoutes.callEmergency, { params: params(), body: {} });
const end = () => call.kiosk.client.call(consultationRoutes.endConsultation, { params: params(), body: {} });
const timeline = async () => {
  const { caseId, specialist } = call;
  const found = await specialist.client.call(serviceCaseRoutes.readServiceCase, { params: { caseId } });
  return found.timeline.map((entry) => entry.step);
};
const heldClaim = ({ ticket }: { ticket: string }) => decodeJwt(ticket).held;

describe('a citizen on hold', () => {
  it('is told so, as are the node and whoever enters a room anew, until they are taken off it', async () => {
    const { kiosk, specialist, roomId } = call;
    await hold(true);
    await kiosk.socket?.told('kiosk', KioskView, (view) => view.consultation?.held === true);
    await specialist.socket?.told('desk', DeskView, (view) => view.current?.held === true);
    await node.socket.told(
      'room.hold',
      nodeNotifications['room.hold'],
      (order) => order.held && order.roomId === roomId,
    );
    expect(heldClaim(await call.ticket(kiosk))).toBe(true);
    await hold(true);
    await hold(false);
    await node.socket.told('room.hold', nodeNotifications['room.hold'], (order) => !order.held);
    expect(heldClaim(await call.ticket(kiosk))).toBe(false);
    expect((await timeline()).slice(-2)).toEqual(['held', 'resumed']);
  });

  it('is so on a node too that was not connected when they were', async () => {
    await hold(true);
    node.socket.heard.splice(0);
    await node.register([call.roomId]);
    await node.socket.told('room.hold', nodeNotifications['room.hold'], (order) => order.held);
  });

  it('is not on hold any more when the call is over', async () => {
    await hold(true);
    await end();
    expect((await call.kiosk.view()).consultation?.held).toBe(false);
  });

  it('is held by their own specialist only, and in the call only', async () => {
    expect(await problemOf(hold(true, await world.specialist()))).toBe('not-found');
    expect(await problemOf(hold(true, await (await createWorld(api)).specialist()))).toBe('not-found');
    await end();
    expect(await problemOf(hold(true))).toBe('illegal-transition');
  });
});

describe('an emergency', () => {
  it('is shown to the contact point until somebody says that they have come', async () => {
    const clerk = await world.clerk();
    const screen = await clerk.connect();
    await callEmergency();
    await callEmergency();
    const { kiosks } = await screen.told('contact-point', ContactPointView, (view) =>
      view.kiosks.some((kiosk) => kiosk.emergencyAt !== null),
    );
    expect(kiosks.map(({ id, emergencyAt }) => [id, emergencyAt])).toEqual([[call.kiosk.id, api.clock.now()]]);
    expect((await call.specialist.desk()).current?.emergencyAt).toBe(api.clock.now());
    await clerk.client.call(operationsRoutes.answerEmergency, { params: { kioskId: call.kiosk.id } });
    expect((await call.specialist.desk()).current?.emergencyAt).toBeNull();
    expect((await timeline()).filter((step) => step === 'emergency')).toHaveLength(1);
    const actions = await api.context.db.connection('audit_entries').pluck('action');
    expect(actions.filter((action: string) => action.includes('emergency'))).toEqual([
      'consultation.emergency',
      'consultation.answer-emergency',
    ]);
  });

  it('is over with the call, and only its own specialist can call one', async () => {
    expect(await problemOf(callEmergency(await world.specialist()))).toBe('not-found');
    await callEmergency();
    await end();
    const clerk = await world.clerk();
    const screen = await clerk.connect();
    const { kiosks } = await screen.told('contact-point', ContactPointView);
    expect(kiosks.map(({ emergencyAt }) => emergencyAt)).toEqual([null]);
    expect(await problemOf(callEmergency())).toBe('illegal-transition');
  });
});

describe('a ticket', () => {
  it('comes with relays whose credentials name nobody', async () => {
    const { iceServers } = await call.ticket(call.kiosk);
    expect(iceServers).toMatchObject([{ urls: ['turn:turn.example.lv:3478'] }]);
    expect(iceServers[0]?.username).toMatch(/^\d{10}:[0-9a-f-]{36}$/);
  });

  it('lets a kiosk into a room of its own to test itself, in no consultation', async () => {
    const ask = () => call.kiosk.client.call(operationsRoutes.createSelfTestTicket, { body: {} });
    const ticket = await ask();
    expect(decodeJwt(ticket.ticket)).toMatchObject({
      consultation: null,
      role: 'citizen',
      standing: 'participant',
      sub: call.kiosk.id,
      aud: 'sfu-1',
      held: false,
    });
    expect(ticket.roomId).not.toBe((await ask()).roomId);
    await node.heartbeat([], { draining: true });
    expect(await problemOf(ask())).toBe('no-media-node');
  });
});
