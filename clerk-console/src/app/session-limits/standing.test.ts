import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.ts';

const minutes = (count: number) => count * 60_000;
const now = minutes(1000);
const standing = (change: Partial<Parameters<typeof standingOf>[0]> = {}) =>
  standingOf({ now, lastActive: now, endsAt: now + minutes(600), idleMs: minutes(30), isInCall: false, ...change });

describe('a session that is left unused', () => {
  it('is open while somebody works', () => {
    expect(standing({ lastActive: now - minutes(27) })).toEqual({ kind: 'open' });
  });

  it('is about to end two minutes before, and says when', () => {
    const lastActive = now - minutes(28);
    expect(standing({ lastActive })).toEqual({ kind: 'ending', because: 'idle', at: lastActive + minutes(30) });
  });

  it('is over after that, also when the computer slept meanwhile', () => {
    expect(standing({ lastActive: now - minutes(30) })).toEqual({ kind: 'over', because: 'idle' });
    expect(standing({ lastActive: now - minutes(300) })).toEqual({ kind: 'over', because: 'idle' });
  });

  it('lets half of a short time pass before it speaks', () => {
    expect(standing({ idleMs: minutes(2), lastActive: now - 59_000 }).kind).toBe('open');
    expect(standing({ idleMs: minutes(2), lastActive: now - 60_000 }).kind).toBe('ending');
  });
});

describe('a session that has lasted long', () => {
  it('is about to end two minutes before, however busy one is', () => {
    expect(standing({ endsAt: now + minutes(2) })).toEqual({
      kind: 'ending',
      because: 'limit',
      at: now + minutes(2),
    });
    expect(standing({ endsAt: now + minutes(2) + 1 }).kind).toBe('open');
  });

  it('is over at its end', () => {
    expect(standing({ endsAt: now })).toEqual({ kind: 'over', because: 'limit' });
  });
});

it('interrupts no call', () => {
  expect(standing({ isInCall: true, lastActive: 0 })).toEqual({ kind: 'open' });
  expect(standing({ isInCall: true, endsAt: now })).toEqual({ kind: 'open' });
});
