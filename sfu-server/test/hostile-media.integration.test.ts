import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';
import { createRandom } from '@remote-clerk/shared/domain/simulation/random.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LoopbackConnection } from '../../deploy/load/sfu/load/engine.ts';
import { MediaLoad } from '../../deploy/load/sfu/load/media-load.ts';
import { joinOurs } from '../../deploy/load/sfu/load/our-end.ts';
import { aConsultation, until } from './fake-scheduler.ts';
import { anyPacket, bindingRequest, malformedRtcp, malformedRtp } from './hostile-packets.ts';
import { HostileWorld, type OwnTransport } from './hostile-world.ts';
import { dtlsParameters } from './media-parameters.ts';

const seed = 2_027;
/** Packets without a pause: what a socket's buffer takes of them. */
const burst = 50;

let world: HostileWorld;
beforeAll(async () => {
  world = await HostileWorld.start();
});
afterAll(() => world?.stop());

const pause = (milliseconds = 5) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const portOf = ({ iceCandidates }: OwnTransport, protocol: 'udp' | 'tcp') => {
  const candidate = iceCandidates.find((one) => one.protocol === protocol);
  if (!candidate) throw new Error(`No ${protocol}`);
  return candidate;
};

async function aSocketTo({ ip, port }: { ip: string; port: number }): Promise<dgram.Socket> {
  const socket = dgram.createSocket('udp4');
  // A port that is closed meanwhile would be told here: the test sees it by the innocents.
  socket.on('error', () => undefined);
  socket.connect(port, ip);
  await once(socket, 'connect');
  return socket;
}

describe('two in a call are not disturbed by', () => {
  it('twelve thousand malformed packets to the UDP port from strangers', async () => {
    const { client, send } = await world.enter(aConsultation().citizen);
    const chance = createRandom(seed).below;
    const sockets = await Promise.all(Array.from({ length: 16 }, () => aSocketTo(portOf(send, 'udp'))));
    await world.undisturbedBy(async () => {
      for (let count = 0; count < 12_000; count++) {
        sockets[chance(sockets.length)]?.send(anyPacket(chance, send.iceParameters));
        if (count % burst === 0) await pause();
      }
    });
    for (const socket of sockets) socket.close();
    client.close();
  });

  it('six thousand from someone who has a transport, and whose ICE is right', async () => {
    const { client, send } = await world.enter(aConsultation().citizen);
    await client.ask('transport.connect', { transportId: send.id, dtlsParameters });
    const chance = createRandom(seed + 1).below;
    const socket = await aSocketTo(portOf(send, 'udp'));
    const answered = once(socket, 'message');
    socket.send(bindingRequest(send.iceParameters));
    const [answer]: Buffer[] = await answered;
    // Success: from here on what it sends gets as far as DTLS and SRTP.
    expect(answer?.readUInt16BE(0)).toBe(0x0101);
    await world.undisturbedBy(async () => {
      for (let count = 0; count < 6_000; count++) {
        socket.send(anyPacket(chance, send.iceParameters));
        if (count % burst === 0) await pause();
      }
    });
    expect(await client.outcome('room.capabilities', {})).toBe('ok');
    socket.close();
    client.close();
  });

  it('four thousand malformed RTP and RTCP packets that are rightly encrypted', async () => {
    const { citizen, specialist } = aConsultation();
    const [load, other] = [new MediaLoad(), new MediaLoad()];
    const known = new Set(LoopbackConnection.all);
    const leaveKiosk = await joinOurs(load, world.url, await world.scheduler.sign(citizen));
    const leaveDesk = await joinOurs(other, world.url, await world.scheduler.sign(specialist.participant));
    await until(() => load.receiving === 2 && other.receiving === 2, 'the streams');
    const connections = [...LoopbackConnection.all].filter((one) => !known.has(one));
    const lanes = connections.flatMap((connection) =>
      connection.dtlsTransports.map((transport) => ({
        transport,
        sources: connection.getSenders().map(({ ssrc, codec }) => ({ ssrc, payloadType: codec?.payloadType ?? 96 })),
      })),
    );
    await until(() => lanes.every(({ transport }) => transport.state === 'connected'), 'the encryption');
    const chance = createRandom(seed + 2).below;
    let sent = 0;
    await world.undisturbedBy(async () => {
      for (let count = 0; count < 4_000; count++) {
        const { transport, sources } = lanes[chance(lanes.length)] ?? {};
        const source = sources?.[chance(sources.length)];
        const encrypted =
          source && chance(2) === 0
            ? transport?.srtp.encrypt(...malformedRtp(chance, source))
            : transport?.srtcp.encrypt(malformedRtcp(chance));
        if (encrypted) await transport?.iceTransport.connection.send(encrypted);
        sent += encrypted ? 1 : 0;
        if (count % burst === 0) await pause();
      }
    });
    expect(sent).toBe(4_000);
    leaveKiosk('vanishes');
    leaveDesk('vanishes');
  });

  it('bytes without sense on the TCP port, and connections that say nothing', async () => {
    const { client, send } = await world.enter(aConsultation().citizen);
    const chance = createRandom(seed + 3).below;
    const before = world.openFiles;
    const { ip, port } = portOf(send, 'tcp');
    await world.undisturbedBy(async () => {
      const sockets = await Promise.all(
        Array.from({ length: 100 }, async () => {
          const socket = net.connect(port, ip).on('error', () => undefined);
          await once(socket, 'connect');
          return socket;
        }),
      );
      for (const [index, socket] of sockets.entries()) {
        if (index % 4 === 0) continue;
        for (let count = 0; count < 25; count++) {
          const packet = anyPacket(chance, send.iceParameters);
          // Framed as ICE over TCP is, but in every third connection the length is not the packet's.
          const length = Buffer.alloc(2);
          length.writeUInt16BE(index % 3 === 0 ? chance(65_536) : packet.length);
          if (socket.writable) socket.write(Buffer.concat([length, packet]));
        }
        await pause();
      }
      for (const socket of sockets) socket.destroy();
    });
    await until(() => world.openFiles <= before + 2, 'the connections to be let go');
    client.close();
  });
});
