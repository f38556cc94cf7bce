import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallWire } from '../../app/live/call-wire.ts';
import { aCurrent, aDesk, aRing, aWaitingEntry, uuid } from '../../testing/builders.ts';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { CallController } from './call-controller.ts';
import { OwnMedia } from './own-media.ts';
import { OwnScreen } from './own-screen.ts';

const ring = aRing();
const ringing = aDesk({ ring });
const inCall = aDesk({ current: aCurrent({ id: ring.consultationId }) });
const idle = aDesk();

const aTicket = (standing: CallTicket['standing']): CallTicket =>
  routes.createCallTicket.reply.parse({
    ticket: standing,
    nodeUrl: 'http://node.test',
    roomId: uuid(900),
    standing,
    iceServers: [],
  });

function setUp() {
  const { ports, server, entered } = createFakePorts();
  const views: DeskView[] = [];
  const media = new OwnMedia(ports.calls);
  const controller = new CallController({
    api: ports.api,
    calls: ports.calls,
    media,
    screen: new OwnScreen(ports.calls),
    wire: new CallWire(),
    onDesk: (view) => views.push(view),
  });
  server.on(routes.createCallTicket, () => aTicket(server.requests.length > 1 ? 'participant' : 'standby'));
  server.on(routes.acceptConsultation, () => ({
    caseId: aCurrentCase(),
    view: inCall,
    call: aTicket('participant'),
  }));
  server.on(routes.endConsultation, () => ({}));
  server.on(routes.declineConsultation, () => idle);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { controller, server, entered, views, media, settle };
}
const aCurrentCase = () => routes.acceptConsultation.reply.shape.caseId.parse(uuid(700));

describe('CallController', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('warms up while it rings, so that answering needs one request and one admission', async () => {
    const { controller, server, entered, settle } = setUp();
    controller.follow(ringing);
    await settle();
    expect(entered.map(({ tickets }) => tickets.map(({ standing }) => standing))).toEqual([['standby']]);
    server.requests.length = 0;
    await controller.accept(ring.consultationId);
    expect(server.requests.filter((each) => each.startsWith('post'))).toEqual([
      `post /api/v1/consultations/${ring.consultationId}/accept`,
    ]);
    expect(entered).toHaveLength(1);
    expect(entered[0]?.tickets.at(-1)?.standing).toBe('participant');
  });

  it('leaves when the ring goes away', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(ringing);
    await settle();
    controller.follow(idle);
    expect(entered[0]?.getSnapshot()).toMatchObject({ phase: 'closed', closedBecause: 'left' });
    expect(controller.state.getSnapshot().call).toBeNull();
  });

  it('does not begin a session for a ring that went before its ticket came', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(ringing);
    controller.follow(idle);
    await settle();
    expect(entered).toHaveLength(0);
  });

  it('enters directly when one is taken from the waiting list', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(aDesk({ waiting: [aWaitingEntry(1, { consultationId: ring.consultationId })] }));
    await controller.accept(ring.consultationId);
    await settle();
    expect(entered.map(({ tickets }) => tickets.map(({ standing }) => standing))).toEqual([['participant']]);
    expect(controller.state.getSnapshot().call).toBe(entered[0]);
  });

  it('says why an answer was refused, and lets go when the ring is taken away', async () => {
    const { controller, server, settle } = setUp();
    server.on(routes.acceptConsultation, () => Promise.reject(new ProblemError('already-taken')));
    controller.follow(ringing);
    await settle();
    await controller.accept(ring.consultationId);
    expect(controller.state.getSnapshot().error).toMatchObject({ type: 'already-taken' });
    controller.follow(idle);
    expect(controller.state.getSnapshot().call).toBeNull();
  });

  it('goes in when the answer to "accept" was lost but the desk shows that it was accepted', async () => {
    const { controller, server, entered, settle } = setUp();
    controller.follow(ringing);
    await settle();
    server.isAway = true;
    await controller.accept(ring.consultationId);
    server.isAway = false;
    controller.follow(inCall);
    await settle();
    expect(entered[0]?.tickets.at(-1)?.standing).toBe('participant');
    expect(controller.state.getSnapshot().isElsewhere).toBe(false);
  });

  it('goes back into the call once, after the page was loaded anew', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(inCall);
    controller.follow({ ...inCall });
    await settle();
    expect(entered).toHaveLength(1);
  });

  it('stays out of a call that was answered in another window, until asked', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(idle);
    controller.follow(inCall);
    await settle();
    expect(entered).toHaveLength(0);
    expect(controller.state.getSnapshot().isElsewhere).toBe(true);
    await controller.enter(ring.consultationId);
    expect(entered).toHaveLength(1);
    expect(controller.state.getSnapshot().isElsewhere).toBe(false);
  });

  it('goes into a call that a colleague handed over, once', async () => {
    const { controller, entered, settle } = setUp();
    controller.follow(idle);
    const handedOver = aDesk({ current: aCurrent({ id: ring.consultationId, handedOverBy: 'Kristīne Ozoliņa' }) });
    controller.follow(handedOver);
    await settle();
    expect(controller.state.getSnapshot()).toMatchObject({ isElsewhere: false, call: entered[0] });
    controller.follow({ ...handedOver });
    await settle();
    expect(entered).toHaveLength(1);
  });

  it('says which room could not be entered when it asks for another ticket', async () => {
    const { controller, server, entered, settle } = setUp();
    const asked: unknown[] = [];
    server.on(routes.createCallTicket, ({ body }) => {
      asked.push(body);
      return aTicket('participant');
    });
    controller.follow(inCall);
    await settle();
    const { roomId } = aTicket('participant');
    await expect(entered[0]?.options.renewTicket(roomId)).resolves.toMatchObject({ ticket: 'participant' });
    expect(asked).toEqual([{}, { unreachableRoomId: roomId }]);
  });

  it('tells a call without a node from one that is over', async () => {
    const { controller, server, entered, settle } = setUp();
    controller.follow(inCall);
    await settle();
    server.on(routes.createCallTicket, () => Promise.reject(new ProblemError('no-media-node')));
    await expect(entered[0]?.options.renewTicket()).rejects.toMatchObject({ type: 'no-media-node' });
    server.on(routes.createCallTicket, () => Promise.reject(new ProblemError('illegal-transition')));
    await expect(entered[0]?.options.renewTicket()).resolves.toBeNull();
  });

  it('finds its way in by itself when there was no node at first', async () => {
    const { controller, server, entered, settle } = setUp();
    server.on(routes.createCallTicket, () => Promise.reject(new ProblemError('no-media-node')));
    controller.follow(inCall);
    await settle();
    expect(controller.state.getSnapshot().error).toMatchObject({ type: 'no-media-node' });
    server.on(routes.createCallTicket, () => aTicket('participant'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(entered).toHaveLength(1);
    expect(controller.state.getSnapshot().error).toBeNull();
  });

  it('keeps the chat of the consultation whatever becomes of the connection, and lets go of it afterwards', async () => {
    const { controller, settle } = setUp();
    controller.follow(inCall);
    await settle();
    const { talk } = controller.state.getSnapshot();
    talk?.write('Labd');
    controller.follow({ ...inCall });
    await controller.enter(ring.consultationId);
    expect(controller.state.getSnapshot().talk).toBe(talk);
    expect(talk?.state.getSnapshot().text).toBe('Labd');
    controller.follow(idle);
    expect(controller.state.getSnapshot().talk).toBeNull();
  });

  it('ends on this side at once and tells the server until it hears', async () => {
    const { controller, server, entered, settle } = setUp();
    controller.follow(inCall);
    await settle();
    server.isAway = true;
    const ending = controller.end(ring.consultationId);
    expect(entered[0]?.getSnapshot().phase).toBe('closed');
    controller.follow({ ...inCall });
    await settle();
    expect(entered).toHaveLength(1);
    server.isAway = false;
    server.requests.length = 0;
    await vi.advanceTimersByTimeAsync(2000);
    await ending;
    expect(server.requests).toEqual([`post /api/v1/consultations/${ring.consultationId}/end`]);
    controller.follow(idle);
    expect(controller.state.getSnapshot().ending).toBeNull();
  });
});
