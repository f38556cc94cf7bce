import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ticket } from '../testing/fake-server.ts';
import { FakeSession } from '../testing/fake-session.ts';
import { type NetworkTestPorts, testNetwork } from './network-test.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Picture extends EventTarget {
  stopped = false;
  stop() {
    this.stopped = true;
  }
}
const isTrack = (value: unknown): value is MediaStreamTrack => value instanceof Picture;

function networkTest(more: Partial<NetworkTestPorts> = {}) {
  const session = new FakeSession();
  const picture: unknown = new Picture();
  if (!isTrack(picture)) throw new Error('No picture');
  const entered: unknown[] = [];
  const abort = new AbortController();
  const found = testNetwork(
    {
      createTicket: async () => ticket,
      enter: (options) => {
        entered.push(options);
        return session;
      },
      testPicture: () => picture,
      ...more,
    },
    abort.signal,
  );
  return { session, entered, abort, found, isStopped: () => picture instanceof Picture && picture.stopped };
}

const figures = {
  roundTripMs: 42,
  packetLossPercent: 0.5,
  jitterMs: 3,
  framesPerSecond: 20,
  freezes: 0,
  concealmentPercent: null,
  seconds: 5,
};

it('measures for five seconds after the own media came back, and lets go of everything', async () => {
  const { session, found, isStopped } = networkTest();
  await vi.advanceTimersByTimeAsync(500);
  session.show({ phase: 'in-call', figures });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await found).toEqual({ roundTripMs: 42, packetLossPercent: 0.5 });
  expect([session.done, isStopped()]).toEqual([['leave'], true]);
});

it('fails when no media comes back in time', async () => {
  const { found, isStopped } = networkTest();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await found).toBeNull();
  expect(isStopped()).toBe(true);
});

it('fails without a node, and is not run while the server is away', async () => {
  const refusing = (error: Error) => networkTest({ createTicket: () => Promise.reject(error) }).found;
  expect(await refusing(new ProblemError('no-media-node'))).toBeNull();
  expect(await refusing(new ProblemError('unavailable'))).toBe('not-run');
});

it('lets go at once when somebody comes', async () => {
  const { session, abort, found, isStopped } = networkTest();
  await vi.advanceTimersByTimeAsync(500);
  abort.abort();
  await found;
  expect([session.done, isStopped()]).toEqual([['leave'], true]);
});
