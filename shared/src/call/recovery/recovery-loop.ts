import { beginClimb, type Climb, type Facts, isWell, nextStep, type Rung } from './ladder.ts';
import type { RecoveryPolicy } from './recovery-policy.ts';

/** What each rung does. One that rejects has failed, and is tried again when the ladder says so. */
export type RecoveryHands = {
  facts: () => Facts;
  resume: () => Promise<void>;
  restartIce: () => Promise<void>;
  /** Asks for a ticket and enters where it says. */
  rejoin: () => Promise<void>;
  /** Told of each new rung, and null when all is well again. */
  climbed: (rung: Rung | null, sinceMs: number) => void;
};

/** Where nobody listens, a connection is refused at once; a line that is down keeps silent. In milliseconds. */
const refusedWithinMs = 250;

/** Climbs the ladder: one attempt at a time, woken by whatever changes, until all is well, and again when it is not. */
export class RecoveryLoop {
  readonly #hands: RecoveryHands;
  readonly #policy: RecoveryPolicy;
  readonly #now: () => number;
  #climb: Climb | null = null;
  #rung: Rung | null = null;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(hands: RecoveryHands, policy: RecoveryPolicy, now: () => number) {
    this.#hands = hands;
    this.#policy = policy;
    this.#now = now;
  }

  /** Something changed: looks again at what is to be done. */
  wake(): void {
    if (this.#isBusy || this.#closed) return;
    clearTimeout(this.#timer);
    const facts = this.#hands.facts();
    if (isWell(facts)) {
      this.#climb = null;
      this.#show(null);
      return;
    }
    const nowMs = this.#now();
    this.#climb ??= beginClimb(nowMs);
    const step = nextStep(facts, this.#climb, nowMs, this.#policy);
    if (!step) return;
    this.#show(step.rung);
    const waitMs = step.atMs - nowMs;
    if (waitMs > 0 || step.rung === 'wait') this.#timer = setTimeout(() => this.wake(), Math.max(1, waitMs));
    else void this.#take(step.rung, this.#climb);
  }

  /** The line may be another one: what was tried on the old one counts no more, and everything is tried at once. */
  beginAnew(): void {
    this.#climb = null;
    this.wake();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #take(rung: Exclude<Rung, 'wait'>, climb: Climb): Promise<void> {
    const { resume, restartIce, rejoin } = this.#hands;
    const attempts = {
      resume: climb.resume,
      'restart-ice': climb.restartIce,
      rejoin: climb.rejoin,
      direct: climb.rejoin,
    }[rung];
    const startedMs = this.#now();
    attempts.times += 1;
    attempts.lastAtMs = startedMs;
    this.#isBusy = true;
    try {
      await { resume, 'restart-ice': restartIce, rejoin, direct: rejoin }[rung]();
    } catch {
      // Whoever reads the log finds each rung there; what failed is tried again.
      // What cannot even be begun is not begun again.
      if (rung === 'restart-ice') climb.restartIce.times = this.#policy.restartIce.times;
      if (rung === 'resume' && this.#now() - startedMs < refusedWithinMs) climb.resume.refusals += 1;
    } finally {
      this.#isBusy = false;
    }
    // Pauses are between the end of an attempt and the next.
    if (rung !== 'resume') attempts.lastAtMs = this.#now();
    this.wake();
  }

  #show(rung: Rung | null): void {
    if (rung === this.#rung) return;
    this.#rung = rung;
    this.#hands.climbed(rung, this.#climb?.sinceMs ?? this.#now());
  }
}
