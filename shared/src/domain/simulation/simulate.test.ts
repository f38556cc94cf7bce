import { describe, expect, it } from 'vitest';
import { headStartMinutes } from '../queue-ticket.ts';
import { defaultLimits } from '../scheduling/schedule.ts';
import { choose, demands, isDominated } from './choose.ts';
import { rules, simulate } from './simulate.ts';

const present = { name: 'present', headStarts: headStartMinutes };
const once = (seed: number) => simulate({ seed, days: 1, walkInShares: [20], rules: [present] });

describe('the simulation', () => {
  it('gives the same rows for the same seed, and others for another', () => {
    expect(once(3)).toEqual(once(3));
    expect(once(3)).not.toEqual(once(4));
  });
});

describe('the setting that the system comes with', () => {
  const shares = [10, defaultLimits.walkInShare, 30];
  const rows = simulate({
    seed: 2027,
    days: 1,
    walkInShares: shares,
    rules: [present, ...rules.slice(0, 1), ...rules.slice(-1)],
  });
  const chosen = rows.find(({ rule, walkInShare }) => rule === 'present' && walkInShare === defaultLimits.walkInShare);

  it('is one of those that are compared', () => {
    expect(rules.map(({ headStarts }) => headStarts)).toContainEqual(headStartMinutes);
  });

  it('keeps what is demanded', () => {
    expect(chosen?.onTimeShare).toBeGreaterThanOrEqual(demands.onTimeShare);
    expect(chosen?.waits['walk-in'].p95).toBeLessThanOrEqual(demands.walkInP95);
  });

  it('is not worse than another in one thing without being better in something else', () => {
    expect(chosen && isDominated(chosen, rows)).toBe(false);
  });
});

describe('the choice', () => {
  const row = (walkInShare: number, onTimeShare: number, p95: number, starved = 0) => ({
    walkInShare,
    onTimeShare,
    starved,
    turnedAwayPercent: walkInShare,
    waits: { 'walk-in': { p95 } },
  });

  it('is the smallest share that keeps what is demanded, then the shortest waits', () => {
    const rows = [row(10, 0.8, 40), row(20, 0.91, 44), row(20, 0.9, 41), row(20, 0.95, 60), row(30, 0.95, 20)];
    expect(choose(rows)).toBe(rows[2]);
    expect(choose([row(10, 0.8, 40)])).toBeUndefined();
  });

  it('knows a setting that another one beats', () => {
    const good = row(20, 0.9, 40);
    expect(isDominated(row(20, 0.9, 41), [good])).toBe(true);
    expect(isDominated(row(20, 0.91, 41), [good])).toBe(false);
    expect(isDominated(good, [good])).toBe(false);
  });
});
