import type { Facts } from './recovery/ladder.ts';
import type { RecoveryPolicy } from './recovery/recovery-policy.ts';

/** What a connection has received and is heard of, at a moment. */
export type Flow = {
  /** Media packets received so far. */
  packetsReceived: number;
  packetsSent: number;
  /** Reports of what we send that came back from the far end. */
  reportsReceived: number;
  /** Answers to the checks of the paths: they come also when nothing is said. */
  checksAnswered: number;
};

/** Judges whether media flows, from what grows between samples. Pure but for what it remembers. */
export class FlowJudge {
  readonly #policy: RecoveryPolicy;
  #last: (Flow & { atMs: number }) | null = null;
  #grewAtMs = Number.NEGATIVE_INFINITY;
  #heardAtMs = Number.NEGATIVE_INFINITY;
  #answeredAtMs = Number.NEGATIVE_INFINITY;
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(policy: RecoveryPolicy) {
    this.#policy = policy;
  }

  /** What was not looked at for a while, because this machine slept, is not held against the line. */
  forget(): void {
    this.#last = null;
  }

  /** @param expected whether media is to come from somebody who is there @param nowMs of a clock that only goes forward */
  judge(flow: Flow, expected: boolean, nowMs: number): Facts['media'] {
    const last = this.#last;
    this.#last = { ...flow, atMs: nowMs };
    const grew = last !== null && flow.packetsReceived > last.packetsReceived;
    if (!last || grew || !expected) this.#grewAtMs = nowMs;
    const sends = last !== null && flow.packetsSent > last.packetsSent;
    if (last && flow.reportsReceived > last.reportsReceived) this.#reportedAtMs = nowMs;
    if (!last || this.#reportedAtMs === nowMs || !sends) this.#heardAtMs = nowMs;
    if (!last || grew || flow.checksAnswered > last.checksAnswered) this.#answeredAtMs = nowMs;
    if (nowMs - this.#answeredAtMs >= this.#policy.unansweredMs) return 'stalled';
    if (nowMs - this.#heardAtMs >= this.#policy.unheardMs) return 'stalled';
    if (!expected) return 'idle';
    if (nowMs - this.#grewAtMs < this.#policy.stallMs) return 'flowing';
    const isHeard = sends && nowMs - this.#reportedAtMs < this.#policy.reportedMs;
    return isHeard ? 'missing' : 'stalled';
  }
}
