import { type MediaStreamTrack, RtpHeader, RtpPacket } from 'werift';
import type { Loss } from './orders.ts';

const tickMs = 5;
const framesPerSecond = 30;
const kinds = {
  /** 300 kbit/s, one packet a frame. */
  video: { everyMs: 1_000 / framesPerSecond, timestampStep: 90_000 / framesPerSecond, bytes: 1_250 },
  /** 32 kbit/s. */
  audio: { everyMs: 20, timestampStep: 960, bytes: 80 },
} as const;
export type Kind = keyof typeof kinds;
const framesPerKeyFrame = 60;

type Sending = {
  track: MediaStreamTrack;
  kind: Kind;
  payloadType: number;
  sequence: number;
  frames: number;
  at: number;
};

/** What all ends of all calls send and get. Each packet carries the number of its turn, so that loss is counted exactly. */
export class MediaLoad {
  readonly #sending: Sending[] = [];
  #receiving = 0;
  #timer: NodeJS.Timeout | null = null;
  #turn = 0;
  #counts = false;
  #tickedAt = 0;
  #lateMs = 0;
  #sent = 0;
  #received = 0;

  send(track: MediaStreamTrack, kind: Kind, payloadType: number): void {
    this.#sending.push({ track, kind, payloadType, sequence: 1, frames: 0, at: 0 });
  }

  receive(track: MediaStreamTrack): void {
    this.#receiving += 1;
    const last = new Uint8Array(65_536);
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      const turn = payload.at(-1) ?? 0;
      // The same packet twice: one that was sent again, or a probe of the line.
      if (turn !== this.#turn || turn === 0 || last[header.sequenceNumber] === turn) return;
      last[header.sequenceNumber] = turn;
      this.#received += 1;
    });
  }

  get counting(): boolean {
    return this.#counts;
  }

  /** Packets that count, so far. */
  get received(): number {
    return this.#received;
  }

  get receiving(): number {
    return this.#receiving;
  }

  start(): void {
    const now = performance.now();
    for (const one of this.#sending) one.at = now + Math.random() * 30;
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  /** From now on packets count. @param turn 1–255, another each time */
  count(turn: number): void {
    this.#turn = turn;
    this.#counts = true;
    this.#lateMs = 0;
    this.#tickedAt = performance.now();
    this.#sent = 0;
    this.#received = 0;
  }

  /** Packets that are sent from now on do not count; those under way still do. */
  countNoMore(): void {
    this.#counts = false;
  }

  stop(): void {
    clearInterval(this.#timer ?? undefined);
  }

  /** @param copies how many others get each packet */
  loss(copies: number): Loss {
    const [sent, received] = [this.#sent * copies, this.#received];
    this.#turn = 0;
    const lossPercent = sent === 0 ? 100 : (1 - received / sent) * 100;
    return { sent, received, lossPercent, lateMs: Math.round(this.#lateMs) };
  }

  #tick(): void {
    const now = performance.now();
    this.#lateMs = Math.max(this.#lateMs, now - this.#tickedAt - tickMs);
    this.#tickedAt = now;
    for (const one of this.#sending) {
      for (; one.at <= now; one.at += kinds[one.kind].everyMs) {
        one.track.writeRtp(this.#nextPacket(one));
        if (this.#counts) this.#sent += 1;
      }
    }
  }

  #nextPacket(one: Sending): RtpPacket {
    const { bytes, timestampStep } = kinds[one.kind];
    const payload = Buffer.alloc(bytes);
    if (one.kind === 'video') writeVp8(payload, one.frames % framesPerKeyFrame === 0);
    payload[bytes - 1] = this.#counts ? this.#turn : 0;
    const header = new RtpHeader({
      sequenceNumber: one.sequence & 0xffff,
      timestamp: (one.frames * timestampStep) >>> 0,
      payloadType: one.payloadType,
      marker: one.kind === 'video',
      ssrc: 1,
    });
    one.sequence += 1;
    one.frames += 1;
    return new RtpPacket(header, payload);
  }
}

/** Payload descriptor and frame header of a picture of 640×480 that fits one packet. */
function writeVp8(payload: Buffer, isKeyFrame: boolean): void {
  payload.set([0x10, isKeyFrame ? 0x10 : 0x11, 0, 0, 0x9d, 0x01, 0x2a]);
  payload.writeUInt16LE(640, 7);
  payload.writeUInt16LE(480, 9);
}
