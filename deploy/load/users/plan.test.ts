import { createRandom } from '@remote-clerk/shared/domain/simulation/random.ts';
import { describe, expect, it } from 'vitest';
import { clerkTasks, headcount, nextTask, specialistTasks, thinkMs } from './plan.ts';

describe('who is there', () => {
  it('is sixty clerks at twenty contact points and forty specialists of five institutions, for a hundred', () => {
    expect(headcount(100)).toEqual({ clerks: 60, specialists: 40, contactPoints: 20, kiosks: 40, institutions: 5 });
  });

  it.each([5, 10, 11, 99, 400, 2_000])('of %i is somebody of each, and a kiosk for each specialist', (users) => {
    const there = headcount(users);
    expect(there.clerks + there.specialists).toBe(users);
    expect(there.specialists).toBeGreaterThanOrEqual(there.institutions);
    expect(there.kiosks).toBeGreaterThanOrEqual(there.specialists);
  });
});

describe('thinking', () => {
  const times = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 10_000 }, () => thinkMs(random, 3_000));
  };

  it('takes what was planned on average, and never long', () => {
    const taken = times(1);
    const mean = taken.reduce((sum, ms) => sum + ms, 0) / taken.length;
    // The cut at four times the mean takes away two hundredths.
    expect(mean).toBeGreaterThan(2_850);
    expect(mean).toBeLessThan(3_050);
    expect(Math.max(...taken)).toBeLessThanOrEqual(12_000);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(0);
  });

  it('is the same for the same seed, and otherwise for another', () => {
    expect(times(7)).toEqual(times(7));
    expect(times(7)).not.toEqual(times(8));
  });
});

describe('what comes next', () => {
  const many = (seed: number, isPossible?: (task: string) => boolean) => {
    const random = createRandom(seed);
    return Array.from({ length: 2_000 }, () => nextTask(clerkTasks, random, isPossible));
  };

  it('is each of the tasks at some time, booking the most', () => {
    const counts = Map.groupBy(many(1), (task) => task);
    expect([...counts.keys()].toSorted()).toEqual(Object.keys(clerkTasks).toSorted());
    const most = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
    expect(most).toBe('book');
  });

  it('is nothing that is not possible', () => {
    expect(many(1, (task) => task !== 'move')).not.toContain('move');
  });

  it('is the same for the same seed', () => {
    expect(many(3)).toEqual(many(3));
    const random = createRandom(1);
    expect(Object.keys(specialistTasks)).toContain(nextTask(specialistTasks, random));
  });
});
