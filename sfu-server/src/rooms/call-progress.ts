import { isMainRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Clock } from '../clock.ts';
import type { Peer } from './peer.ts';
import type { RoomEvent } from './room-events.ts';

/** How far a room's call has come: who was told that it has started, since when, and whether both ends' media was really seen. */
export class CallProgress {
  readonly #clock: Clock;
  readonly #report: (event: RoomEvent) => void;
  #startedAtMs: number | null = null;
  #isLive = false;

  constructor(clock: Clock, report: (event: RoomEvent) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** Seconds since it started for the first time; 0 before that. */
  get seconds(): number {
    return this.#startedAtMs === null ? 0 : (this.#clock.now() - this.#startedAtMs) / 1_000;
  }

  look(participants: readonly Peer[], isCall: boolean): void {
    for (const peer of participants) {
      if (isCall && !peer.started) peer.wire.notify('call.started', {});
      peer.started = isCall;
    }
    if (!isCall) return;
    this.#startedAtMs ??= this.#clock.now();
    if (this.#isLive || !participants.every((peer) => !isMainRole(peer.role) || peer.sendsMedia)) return;
    this.#isLive = true;
    this.#report({ kind: 'room.live' });
  }

  /** One of the two ends has left for good: with the next one it is live anew. */
  interrupt(): void {
    this.#isLive = false;
  }
}
