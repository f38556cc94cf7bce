import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { displayOf } from '../testing/sample-display.ts';
import { DisplayPage } from './DisplayPage.tsx';
import { lv } from './messages/lv.ts';
import type { Call } from './new-calls.ts';

let answer: DisplayView | ProblemError;
let called: Call[];
let isAllowed: boolean;
const announcer = {
  allow: () => {
    isAllowed = true;
  },
  call: (call: Call) => called.push(call),
};
const read = async () => {
  if (answer instanceof ProblemError) throw answer;
  return answer;
};
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:30:10Z') });
  answer = displayOf();
  called = [];
  isAllowed = false;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const open = async () => {
  render(<DisplayPage language="lv" read={read} announcer={announcer} />);
  await later(0);
};

it('shows the latest call, who is next and the time of the place', async () => {
  await open();
  expect(screen.getByText('V012')).toBeDefined();
  expect(screen.getByText('V013')).toBeDefined();
  expect(screen.getByText('10.30')).toBeDefined();
  expect(called).toEqual([]);
});

it('calls whoever is called, and calls again when the staff do', async () => {
  await open();
  const before = displayOf();
  const [latest] = before.called;
  if (!latest) throw new Error('The sample has no calls');
  answer = { ...before, called: [{ ...latest, number: 'V013' }, ...before.called] };
  await later(3_000);
  answer = { ...before, called: [{ ...latest, number: 'V013', calls: 2 }, ...before.called] };
  await later(3_000);
  await later(3_000);
  expect(called.map(({ number, calls }) => `${number} ${calls}`)).toEqual(['V013 1', 'V013 2']);
});

it('goes on showing the last state while the server is away, and says so', async () => {
  await open();
  answer = new ProblemError('unavailable');
  await later(3_000);
  expect(screen.getByText('V012')).toBeDefined();
  expect(screen.getByText(/Savienojums pārtrūka.*10\.30/)).toBeDefined();
  answer = displayOf();
  await later(6_000);
  expect(screen.queryByText(/Savienojums pārtrūka/)).toBeNull();
});

it('tells staff about a link that is not valid', async () => {
  answer = new ProblemError('not-found');
  await open();
  expect(screen.getByText(lv['link.title'])).toBeDefined();
});

it('is silent until a touch allows sound, and then hides its controls', async () => {
  await open();
  act(() => screen.getByRole('button', { name: lv['sound.allow'] }).click());
  expect(isAllowed).toBe(true);
  expect(screen.queryByRole('button', { name: lv['sound.allow'] })).toBeNull();
});
