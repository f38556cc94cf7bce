import type { CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import { RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { describe, expect, it } from 'vitest';
import { ticket } from '../testing/fake-server.ts';
import { FakeSession } from '../testing/fake-session.ts';
import { idOf } from '../testing/sample-ids.ts';
import { consultationOf } from '../testing/samples.ts';
import { KioskCall } from './kiosk-call.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function kioskCall(createTicket: (unreachableRoomId?: string) => Promise<typeof ticket> = async () => ticket) {
  const entered: CallSessionOptions[] = [];
  const sessions: FakeSession[] = [];
  const waiting: Array<() => void> = [];
  const state = { tickets: 0 };
  const call = new KioskCall({
    createTicket: (_consultationId, unreachableRoomId) => {
      state.tickets += 1;
      return createTicket(unreachableRoomId);
    },
    signalsOf: () => ({ send: async () => undefined, subscribe: () => () => undefined }),
    openDevices: async () => ({ phase: 'on', camera: null, microphone: null, picture: null }),
    enter: (options) => {
      entered.push(options);
      const session = new FakeSession();
      sessions.push(session);
      return session;
    },
    later: (run) => {
      waiting.push(run);
      return () => undefined;
    },
  });
  return { call, entered, sessions, state, waiting };
}

describe('KioskCall', () => {
  it('enters with the ticket that the answer to asking brought', async () => {
    const { call, entered, state } = kioskCall();
    call.receiveTicket(ticket);
    call.follow(consultationOf());
    await settled();
    expect(entered).toHaveLength(1);
    expect(state.tickets).toBe(0);
  });

  it('asks for a ticket after a reload', async () => {
    const { call, entered, state } = kioskCall();
    call.follow(consultationOf({ state: 'live' }));
    await settled();
    expect([entered.length, state.tickets]).toEqual([1, 1]);
  });

  it('enters once, however often the view comes', async () => {
    const { call, entered } = kioskCall();
    call.follow(consultationOf());
    call.follow(consultationOf({ place: 1 }));
    await settled();
    call.follow(consultationOf({ state: 'accepted' }));
    await settled();
    expect(entered).toHaveLength(1);
  });

  it('waits for a room while no media node can be reached', async () => {
    const { call, entered } = kioskCall();
    call.follow(consultationOf({ room: null }));
    await settled();
    expect(entered).toHaveLength(0);
    call.follow(consultationOf());
    await settled();
    expect(entered).toHaveLength(1);
  });

  it('moves to a new room with a new ticket', async () => {
    const moved = { ...ticket, roomId: consultationOf({ room: { id: idOf(62) } }).room?.id ?? '' };
    const { call, sessions, state } = kioskCall();
    call.receiveTicket(ticket);
    call.follow(consultationOf());
    await settled();
    call.follow(consultationOf({ room: { id: moved.roomId } }));
    await settled();
    expect(state.tickets).toBe(1);
    expect(sessions[0]?.done).toEqual([`admit ${ticket.roomId}`]);
  });

  it('comes back later when it was refused, as long as the consultation is open', async () => {
    const { call, entered, sessions, waiting } = kioskCall();
    call.follow(consultationOf());
    await settled();
    sessions[0]?.show({ phase: 'closed', closedBecause: 'refused' });
    waiting.shift()?.();
    await settled();
    expect(entered).toHaveLength(2);
  });

  it('leaves a session alone when the view has no room any more: it goes on directly', async () => {
    const { call, entered, sessions } = kioskCall();
    call.follow(consultationOf({ state: 'live' }));
    await settled();
    call.follow(consultationOf({ state: 'live', room: null }));
    await settled();
    expect([entered.length, sessions[0]?.done]).toEqual([1, []]);
  });

  it('says which room could not be entered, and lets the session know that there is no node', async () => {
    const asked: Array<string | undefined> = [];
    const { call, entered } = kioskCall(async (unreachableRoomId) => {
      asked.push(unreachableRoomId);
      throw new ProblemError('no-media-node');
    });
    call.receiveTicket(ticket);
    call.follow(consultationOf());
    await settled();
    await expect(entered[0]?.renewTicket(ticket.roomId)).rejects.toThrow(new ProblemError('no-media-node'));
    expect(asked).toEqual([ticket.roomId]);
  });

  it('does not move a second time when the session itself has asked for the new room', async () => {
    const moved = { ...ticket, roomId: RoomId.parse(idOf(62)) };
    const { call, entered, sessions, state } = kioskCall(async () => moved);
    call.receiveTicket(ticket);
    call.follow(consultationOf({ state: 'live' }));
    await settled();
    const renewed = entered[0]?.renewTicket();
    call.follow(consultationOf({ state: 'live', room: { id: moved.roomId } }));
    await renewed;
    call.follow(consultationOf({ state: 'live', room: { id: moved.roomId } }));
    await settled();
    expect([state.tickets, sessions[0]?.done]).toEqual([1, []]);
  });

  it('does not move either when the view comes after the ticket', async () => {
    const moved = { ...ticket, roomId: RoomId.parse(idOf(62)) };
    const { call, entered, sessions, state } = kioskCall(async () => moved);
    call.receiveTicket(ticket);
    call.follow(consultationOf({ state: 'live' }));
    await settled();
    await entered[0]?.renewTicket();
    call.follow(consultationOf({ state: 'live', room: { id: moved.roomId } }));
    await settled();
    expect([state.tickets, sessions[0]?.done]).toEqual([1, []]);
  });

  it('shows the document camera also in a session that began later', async () => {
    const { call, sessions } = kioskCall();
    const stream: unknown = {};
    const isTrack = (value: unknown): value is MediaStreamTrack => typeof value === 'object';
    if (!isTrack(stream)) throw new Error('No track');
    call.showDocument(stream);
    call.follow(consultationOf());
    await settled();
    expect(sessions[0]?.done).toEqual(['document']);
  });

  it('tells the session that there is no call to return to when the server says so', async () => {
    const refused = () => Promise.reject(new ProblemError('illegal-transition'));
    const { call, entered } = kioskCall(refused);
    call.receiveTicket(ticket);
    call.follow(consultationOf());
    await settled();
    await expect(entered[0]?.renewTicket()).resolves.toBeNull();
  });

  it('leaves when the consultation is over, and shows no call any more', async () => {
    const { call, sessions } = kioskCall();
    call.follow(consultationOf());
    await settled();
    sessions[0]?.show({ phase: 'in-call' });
    expect(call.getSnapshot().call?.phase).toBe('in-call');
    call.follow(null);
    expect(sessions[0]?.done).toEqual(['leave']);
    expect(call.getSnapshot().call).toBeNull();
  });
});
