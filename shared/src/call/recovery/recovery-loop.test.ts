import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Facts, Rung } from './ladder.ts';
import { RecoveryLoop } from './recovery-loop.ts';
import { defaultRecoveryPolicy } from './recovery-policy.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const well: Facts = { signaling: 'open', media: 'flowing', node: 'some' };
const down = () => Promise.reject(new Error('down'));
/** A line on which nothing comes back. */
const silence = () => new Promise<void>((_, reject) => setTimeout(() => reject(new Error('silence')), 1_500));

function setUp(first: Partial<Facts>, hands: { resume?: () => Promise<void>; rejoin?: () => Promise<void> } = {}) {
  let facts: Facts = { ...well, ...first };
  const tried: Rung[] = [];
  const shown: Array<Rung | null> = [];
  const hand = (rung: Rung, does: () => Promise<void>) => () => {
    tried.push(rung);
    return does();
  };
  const loop = new RecoveryLoop(
    {
      facts: () => facts,
      resume: hand('resume', hands.resume ?? down),
      restartIce: hand('restart-ice', () => Promise.resolve()),
      rejoin: hand('rejoin', hands.rejoin ?? down),
      climbed: (rung) => shown.push(rung),
    },
    defaultRecoveryPolicy,
    () => performance.now(),
  );
  const becomes = (change: Partial<Facts>) => {
    facts = { ...facts, ...change };
    loop.wake();
  };
  loop.wake();
  return { loop, tried, shown, becomes, passes: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('recovering', () => {
  it('takes the signalling up again, and is done when that is all', async () => {
    const call = setUp(
      { signaling: 'lost' },
      { resume: () => Promise.resolve().then(() => call.becomes({ signaling: 'open' })) },
    );
    await call.passes(0);
    expect(call.tried).toEqual(['resume']);
    expect(call.shown).toEqual(['resume', null]);
    await call.passes(60_000);
    expect(call.tried).toHaveLength(1);
  });

  it('does not take silence for a refusal: it goes on resuming for a while', async () => {
    const call = setUp({ signaling: 'lost' }, { resume: silence });
    await call.passes(2_900);
    expect(new Set(call.tried)).toEqual(new Set(['resume']));
  });

  it('asks for another place when it is refused twice', async () => {
    const call = setUp({ signaling: 'lost' });
    await call.passes(500);
    expect(call.tried).toEqual(['resume', 'resume', 'rejoin']);
  });

  it('does one thing at a time, whatever wakes it', async () => {
    const call = setUp({ signaling: 'lost' }, { resume: silence });
    for (let times = 0; times < 10; times += 1) call.loop.wake();
    await call.passes(100);
    expect(call.tried).toEqual(['resume']);
  });

  it('lets a stall pass that passes by itself', async () => {
    const call = setUp({ media: 'stalled' });
    await call.passes(300);
    call.becomes({ media: 'flowing' });
    await call.passes(10_000);
    expect(call.tried).toEqual([]);
    expect(call.shown).toEqual(['wait', null]);
  });

  it('tries at once what it waited with, when the line is another one', async () => {
    const call = setUp({ signaling: 'gone' });
    await call.passes(5_000);
    const before = call.tried.length;
    call.loop.beginAnew();
    await call.passes(0);
    expect(call.tried).toHaveLength(before + 1);
  });

  it('tries no more once it is closed', async () => {
    const call = setUp({ signaling: 'gone' });
    call.loop.close();
    await call.passes(0);
    const before = call.tried.length;
    await call.passes(60_000);
    expect(call.tried).toHaveLength(before);
  });
});
