import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { expect, it } from 'vitest';
import { displayOf } from '../testing/sample-display.ts';
import { poll, type Reading } from './poll.ts';

/** Polls answers one by one, without a clock. */
function polling(answers: (DisplayView | ProblemError)[]) {
  const readings: Reading[] = [];
  const pauses: number[] = [];
  let next = () => {};
  const stop = poll(
    async () => {
      const answer = answers.shift();
      if (answer instanceof ProblemError || !answer) throw answer;
      return answer;
    },
    (reading) => readings.push(reading),
    (run, ms) => {
      pauses.push(ms);
      next = run;
      return () => {
        next = () => {};
      };
    },
  );
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const goOn = () => {
    next();
    return settle();
  };
  return { readings, pauses, stop, settle, goOn };
}

const view = displayOf();
const away = () => new ProblemError('unavailable');

it('reads every three seconds, more seldom while the server is away, and keeps what was seen', async () => {
  const it = polling([view, away(), away(), away(), away(), away(), view]);
  await it.settle();
  for (let turn = 0; turn < 6; turn += 1) await it.goOn();
  expect(it.readings.map(({ state }) => state)).toEqual(['current', ...Array(5).fill('away'), 'current']);
  expect(it.readings.every((reading) => reading.view === view)).toBe(true);
  expect(it.pauses).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000, 3_000]);
});

it('tells a link that is not valid from a server that is away', async () => {
  const it = polling([new ProblemError('not-found'), new ProblemError('too-many-requests')]);
  await it.settle();
  await it.goOn();
  expect(it.readings.map(({ state }) => state)).toEqual(['wrong-link', 'away']);
  expect(it.pauses[0]).toBe(30_000);
});

it('reads no more once it is ended', async () => {
  const it = polling([view, view]);
  it.stop();
  await it.settle();
  expect(it.readings).toEqual([]);
});
