import type { CallQuality } from '../contracts/quality.ts';
import { FlowJudge } from './media-watch.ts';
import { countersOf } from './quality-figures.ts';
import { QualityMonitor } from './quality-monitor.ts';
import type { QualityWord } from './quality-word.ts';
import type { Facts } from './recovery/ladder.ts';
import type { RecoveryPolicy } from './recovery/recovery-policy.ts';
import type { RoomConnection } from './room-connection.ts';

type Events = {
  /** After each look at what flows. */
  media: (media: Facts['media']) => void;
  measured: (quality: QualityWord | null, figures: CallQuality) => void;
  /** The node does not answer, though the wire seems to stand. */
  unanswered: () => void;
  /** The other main end is not there, for as long as the policy bears it; again after as long. */
  otherAway: () => void;
};

/** Looks after one stay in a room: whether the node answers, whether media flows and how well, whether the other is there. */
export class Lookout {
  readonly #connection: RoomConnection;
  readonly #policy: RecoveryPolicy;
  readonly #events: Events;
  readonly #judge: FlowJudge;
  readonly #monitor = new QualityMonitor();
  #beatAtMs = 0;
  #beatsMissed = 0;
  #isSampling = false;
  #otherSeenAtMs = performance.now();

  constructor(connection: RoomConnection, policy: RecoveryPolicy, events: Events) {
    this.#connection = connection;
    this.#policy = policy;
    this.#events = events;
    this.#judge = new FlowJudge(policy);
  }

  /** Call it every `sampleMs`. @param signaling as it is known now */
  tick(signaling: Facts['signaling']): void {
    const nowMs = performance.now();
    if (signaling !== 'open') this.#beatsMissed = 0;
    else if (nowMs - this.#beatAtMs >= this.#policy.beatMs) void this.beat();
    if (!this.#isSampling) void this.#sample();
    if (signaling !== 'open' || this.#connection.remote.party()?.connected) this.#otherSeenAtMs = nowMs;
    if (nowMs - this.#otherSeenAtMs < this.#policy.lookMs) return;
    this.#otherSeenAtMs = nowMs;
    this.#events.otherAway();
  }

  async beat(): Promise<void> {
    this.#beatAtMs = performance.now();
    const isMissed = await this.#connection.beat(this.#policy.beatMs).then(
      () => false,
      () => true,
    );
    this.#beatsMissed = isMissed ? this.#beatsMissed + 1 : 0;
    if (this.#beatsMissed >= this.#policy.beatsMissed && !this.#connection.closed) this.#events.unanswered();
  }

  /** What was not seen because this machine slept is not held against the line. */
  slept(): void {
    this.#judge.forget();
  }

  async #sample(): Promise<void> {
    const connection = this.#connection;
    this.#isSampling = true;
    try {
      const { send, receive } = await connection.stats();
      if (connection.closed) return;
      const counters = countersOf(receive, send);
      if (!connection.started) return this.#events.media('idle');
      const expected = !connection.held && connection.remote.isExpected();
      this.#events.media(this.#judge.judge(counters, expected, performance.now()));
      const measured = this.#monitor.take(counters);
      if (!measured) return;
      this.#events.measured(measured.word, measured.lately);
      // A report that does not get through is made up for by the next; nothing waits for it.
      if (measured.report) connection.reportQuality(measured.report).catch(() => undefined);
    } catch {
      // The connection is closing, which is known by other ways.
    } finally {
      this.#isSampling = false;
    }
  }
}
