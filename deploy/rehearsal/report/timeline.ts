import type { Side, TimelineStep } from './row.ts';

/** Tells a consultation's steps as they happen, with milliseconds since its first touch. */
export class Timeline {
  readonly steps: TimelineStep[] = [];
  readonly #startedAt: number;
  readonly #say: (line: string) => void;

  /** @param startedAt milliseconds since 1970, as all times here */
  constructor(startedAt: number, say: (line: string) => void) {
    this.#startedAt = startedAt;
    this.#say = say;
  }

  /** @param at when it happened, which may be a while before it is told */
  tell(side: Side, what: string, at: number): void {
    const step = { atMs: Math.round(at - this.#startedAt), side, what };
    this.steps.push(step);
    this.#say(formatStep(step));
  }
}

export const formatStep = ({ atMs, side, what }: TimelineStep): string =>
  `  ${`${(atMs / 1000).toFixed(3)} s`.padStart(10)}  ${side.padEnd(7)}  ${what}`;
