import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bindingRequest } from './binding-request.ts';
import { aConsultation, aSelfTest, until } from './fake-scheduler.ts';
import { MediaClient } from './media-client.ts';
import { TestNode } from './test-node.ts';
import { UdpRelay } from './udp-relay.ts';

/** STUN's message type. */
const bindingSuccess = 0x0101;

let relay: UdpRelay;
let node: TestNode;
beforeAll(async () => {
  relay = await UdpRelay.start('127.0.0.2', '127.0.0.1');
  // Clients know the relay's address only.
  node = await TestNode.start({
    announcedAddress: relay.address,
    listenAddress: '127.0.0.1',
    mediaPort: relay.port,
  });
});
afterAll(async () => {
  await node.stop();
  relay.close();
});

async function aCall() {
  relay.cut = false;
  const { citizen, specialist } = aConsultation();
  const kiosk = await MediaClient.join(await node.connect(citizen));
  const desk = await MediaClient.join(await node.connect(specialist.participant));
  await Promise.all([kiosk.consume(), desk.consume()]);
  await Promise.all([kiosk.hearsMore(), desk.hearsMore()]);
  await until(() => node.reported(citizen).length === 1, 'the report that it is live');
  return { citizen, kiosk, desk };
}

/** What the node says to an ICE check from an address of its own. */
async function bindingAnswer(credentials: Parameters<typeof bindingRequest>[0]): Promise<'success' | 'refused'> {
  const socket = createSocket('udp4');
  try {
    socket.send(bindingRequest(credentials), relay.port, '127.0.0.1');
    const [answer] = await once(socket, 'message', { signal: AbortSignal.timeout(300) }).catch(() => [Buffer.alloc(2)]);
    return z.instanceof(Buffer).parse(answer).readUInt16BE(0) === bindingSuccess ? 'success' : 'refused';
  } finally {
    socket.close();
  }
}

/** Seconds of the node's time pass; the media has as long as it takes to be asked for. */
async function seconds(count: number, each: () => Promise<void>): Promise<void> {
  for (let second = 0; second < count; second += 1) {
    await each();
    node.clock.pass(1_000);
  }
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 30));
const changes = ({ wire }: MediaClient) => wire.told.filter(({ name }) => name === 'peer.changed');

describe('media that goes on', () => {
  it('keeps a peer there whose signalling went, and the other end hears nothing of it', async () => {
    const { citizen, kiosk, desk } = await aCall();
    desk.wire.close();
    await seconds(8, () => kiosk.hearsMore());
    desk.wire = await node.resumed(desk.wire, desk.wire.told.length);
    await desk.hearsMore();
    await kiosk.wire.settle();
    expect(changes(kiosk)).toEqual([]);
    expect(node.reported(citizen)).toEqual(['room.live']);
  });

  it('goes on over a new path in the middle of the call', async () => {
    const { kiosk, desk } = await aCall();
    for (const end of [kiosk, desk]) await end.restartIce('receive');
    await Promise.all([kiosk.hearsMore(50), desk.hearsMore(50)]);
    expect(changes(kiosk)).toEqual([]);
  });

  it.each(['send', 'receive'] as const)(
    'finds a new path to %s on with the latest credentials alone',
    async (direction) => {
      const { desk } = await aCall();
      const first = await desk.askToRestartIce(direction);
      const second = await desk.askToRestartIce(direction);
      expect(await bindingAnswer(second)).toBe('success');
      expect(await bindingAnswer(first)).toBe('refused');
      expect(await bindingAnswer({ ...second, password: first.password })).toBe('refused');
    },
  );
});

describe('media that is cut', () => {
  it('makes a peer without signalling away within seconds, and there again with the first packet', async () => {
    const { citizen, kiosk, desk } = await aCall();
    desk.wire.close();
    await kiosk.hearsMore();
    desk.stopSending();
    relay.cut = true;
    await soon();
    await seconds(6, soon);
    await until(() => changes(kiosk).length === 1, 'the absence');
    expect(changes(kiosk)[0]?.payload).toMatchObject({ connected: false });
    relay.cut = false;
    desk.wire = await node.resumed(desk.wire, desk.wire.told.length);
    await seconds(3, () => new Promise((resolve) => setTimeout(resolve, 1_500)));
    await until(() => changes(kiosk).length === 2, 'the return');
    const ofDesk = () =>
      node.scheduler.reports.filter(
        (report) => report.roomId === citizen.room && 'role' in report && report.role === 'specialist',
      );
    await until(() => ofDesk().length === 2, 'the reports');
    expect(ofDesk().map(({ kind }) => kind)).toEqual(['peer.gone', 'peer.back']);
  });

  it('makes a peer away that signals all the while', async () => {
    const { kiosk, desk } = await aCall();
    relay.cut = true;
    await soon();
    await seconds(8, soon);
    await until(() => changes(kiosk).length > 0, 'the absence');
    relay.cut = false;
    await desk.hearsMore();
    await seconds(3, () => kiosk.hearsMore());
    await until(() => changes(kiosk).length === 2, 'the return');
  });
});

describe('a citizen on hold', () => {
  it('neither hears nor is heard, and both again afterwards', async () => {
    const { citizen, kiosk, desk } = await aCall();
    node.scheduler.hold(citizen.room, true);
    await Promise.all([kiosk.wire.hears('room.held'), desk.wire.hears('room.held')]);
    await soon();
    await soon();
    const [atKiosk, atDesk] = [kiosk.received, desk.received];
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([kiosk.received, desk.received]).toEqual([atKiosk, atDesk]);
    node.scheduler.hold(citizen.room, false);
    await Promise.all([kiosk.hearsMore(), desk.hearsMore()]);
  });
});

describe('a kiosk that tests itself', () => {
  it('hears itself', async () => {
    relay.cut = false;
    const kiosk = await MediaClient.join(await node.connect(aSelfTest()));
    await kiosk.consume();
    await kiosk.hearsMore();
  });
});
