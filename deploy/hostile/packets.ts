import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import { bindingRequest } from '../../sfu-server/test/binding-request.ts';
import { RtpHeader } from '../load/sfu/load/engine.ts';

/** A whole number from 0 to below. */
type Chance = Random['below'];

/** DTLS 1.2, as far as the cipher suites: enough for a server to begin to parse it. */
export function clientHello(chance: Chance): Buffer {
  const suites = Buffer.from([0, 4, 0xc0, 0x2b, 0xc0, 0x2f]);
  const useSrtp = Buffer.from([0, 14, 0, 5, 0, 2, 0, 7, 0]);
  const body = Buffer.concat([
    Buffer.from([0xfe, 0xfd]),
    randomBytes(chance, 32),
    Buffer.from([0, 0]),
    suites,
    Buffer.from([1, 0]),
    Buffer.from([0, useSrtp.length]),
    useSrtp,
  ]);
  const handshake = Buffer.alloc(12);
  handshake[0] = 1;
  handshake.writeUIntBE(body.length, 1, 3);
  handshake.writeUIntBE(body.length, 9, 3);
  const record = Buffer.from([22, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  record.writeUInt16BE(handshake.length + body.length, 11);
  return Buffer.concat([record, handshake, body]);
}

export function randomBytes(chance: Chance, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => chance(256)));
}

/** RTP of a source that is known, whose header says what is not so, and whose payload is no picture. */
export function malformedRtp(
  chance: Chance,
  { ssrc, payloadType }: { ssrc: number; payloadType: number },
): [payload: Buffer, header: RtpHeader] {
  const header = new RtpHeader({
    ssrc,
    payloadType: chance(8) === 0 ? chance(128) : payloadType,
    sequenceNumber: chance(65_536),
    timestamp: chance(2 ** 32),
    marker: chance(2) === 0,
    // The last byte of what follows says how much of it is padding.
    padding: chance(2) === 0,
    csrc: Array.from({ length: chance(16) }, () => chance(2 ** 32)),
    ...(chance(2) === 0 && {
      extension: true,
      extensionProfile: chance(2) === 0 ? 0xbede : 0x1000,
      extensions: Array.from({ length: chance(5) }, () => ({
        id: 1 + chance(14),
        payload: randomBytes(chance, 1 + chance(16)),
      })),
    }),
  });
  return [randomBytes(chance, chance(300)), header];
}

/** The same of nobody, in the clear. */
function strangeRtp(chance: Chance): Buffer {
  const packet = randomBytes(chance, 1 + chance(200));
  packet[0] = 0x80 | (chance(4) << 4) | chance(16);
  return packet;
}

/** Compound packets whose counts and lengths fit nothing. */
export function malformedRtcp(chance: Chance): Buffer {
  const packet = randomBytes(chance, 8 + chance(300));
  packet[0] = 0x80 | chance(64);
  packet[1] = 192 + chance(32);
  if (chance(2) === 0) packet.writeUInt16BE(chance(2) === 0 ? 0xffff : chance(packet.length / 4), 2);
  return packet;
}

/** What a port for media may be sent: anything, and what looks right at its beginning. */
export function anyPacket(chance: Chance, credentials: { usernameFragment: string; password: string }): Buffer {
  const kinds = [
    () => randomBytes(chance, chance(1_400)),
    () => randomBytes(chance, chance(4)),
    () => strangeRtp(chance),
    () => malformedRtcp(chance),
    () => changed(chance, bindingRequest(credentials)),
    () => bindingRequest({ ...credentials, password: 'not it' }),
    () => bindingRequest({ usernameFragment: 'x'.repeat(chance(600)), password: 'x' }),
    () => clientHello(chance),
    () => changed(chance, clientHello(chance)),
    () => Buffer.concat([Buffer.from([20 + chance(44)]), randomBytes(chance, chance(300))]),
  ];
  return kinds[chance(kinds.length)]?.() ?? Buffer.alloc(0);
}

/** A few bytes other than they were, and often cut short. */
function changed(chance: Chance, packet: Buffer): Buffer {
  for (let times = 1 + chance(4); times > 0; times--) packet[chance(packet.length)] = chance(256);
  return chance(3) === 0 ? packet.subarray(0, chance(packet.length)) : packet;
}
