import { type ProblemType, problemTypes } from '@remote-clerk/shared/domain/problems.ts';
import { percentile } from '../measured.ts';

type Who = 'clerk' | 'specialist' | 'citizen';
type Answered = { who: Who; action: string; ms: number; problem: ProblemType | null; detail?: string };

/** Somebody else was quicker, or the step is not possible any more: what a person sees now and then, and goes on. */
const isRefusal = (problem: ProblemType | null) =>
  problem !== null && problemTypes[problem].status === 409 && problem !== 'idempotency-mismatch';
const isError = (problem: ProblemType | null) => problem !== null && !isRefusal(problem);

const timesOf = (ms: readonly number[]) => ({
  msP50: percentile(ms, 0.5),
  msP95: percentile(ms, 0.95),
  msP99: percentile(ms, 0.99),
});

/** Everything that was asked and answered. */
export function createLedger() {
  const answers: Answered[] = [];
  const figures = (some: readonly Answered[]) => ({
    ...timesOf(some.map(({ ms }) => ms)),
    refusals: some.filter(({ problem }) => isRefusal(problem)).length,
    errors: some.filter(({ problem }) => isError(problem)).length,
  });
  return {
    note: (answered: Answered) => void answers.push(answered),

    /** One for each action, in milliseconds. */
    rows: () =>
      [...Map.groupBy(answers, ({ who, action }) => `${who}: ${action}`)]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([action, some]) => ({ action, count: some.length, ...figures(some) })),

    summary: () => ({ requests: answers.length, ...figures(answers) }),

    /** How often each problem was the answer to each action, with one example of what was said. */
    problems: () =>
      [...Map.groupBy(answers, ({ who, action, problem }) => (problem ? `${who}: ${action}: ${problem}` : ''))]
        .filter(([what]) => what !== '')
        .map(([what, some]) => ({ what, count: some.length, example: some[0]?.detail ?? '' })),
  };
}
export type Ledger = ReturnType<typeof createLedger>;
export type Note = Ledger['note'];
export type { Who };

/** How long it takes from what somebody does to the screen of somebody else, whichever of the two is heard of first. */
export function createSightings() {
  const changed = new Map<string, number>();
  const seen = new Map<string, number>();
  return {
    changedAt: (id: string, at: number) => void changed.set(id, at),
    /** Only the first time counts. */
    seenAt(id: string, at: number): void {
      if (!seen.has(id)) seen.set(id, at);
    },
    /** Of those that were seen. */
    figures() {
      const times = [...changed].flatMap(([id, at]) => {
        const shown = seen.get(id);
        return shown === undefined ? [] : shown - at;
      });
      return { count: times.length, ...timesOf(times) };
    },
  };
}
