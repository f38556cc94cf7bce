import { describe, expect, it } from 'vitest';
import { idlest, restartDelayMs } from './placement.ts';

describe('the next room', () => {
  it('goes to the worker with the fewest rooms when none has anything to do', () => {
    const workers = [3, 1, 2].map((rooms) => ({ rooms, share: 0 }));
    expect(idlest(workers)?.rooms).toBe(1);
  });

  it('goes to the one that is less busy when both have as many', () => {
    expect(
      idlest([
        { rooms: 5, share: 0.6 },
        { rooms: 5, share: 0.3 },
      ])?.share,
    ).toBe(0.3);
  });

  it('avoids one that is far busier than its rooms suggest, as with four people in each', () => {
    expect(
      idlest([
        { rooms: 3, share: 0.9 },
        { rooms: 6, share: 0.2 },
      ])?.rooms,
    ).toBe(6);
  });

  it('does not all go to the same one until the next measurement', () => {
    const workers = [
      { rooms: 4, share: 0.25 },
      { rooms: 4, share: 0.2 },
    ];
    for (let room = 0; room < 8; room += 1) {
      const chosen = idlest(workers);
      if (chosen) chosen.rooms += 1;
    }
    expect(workers.map(({ rooms }) => rooms)).toEqual([8, 8]);
  });

  it('goes nowhere when there is no worker', () => {
    expect(idlest([])).toBeUndefined();
  });
});

describe('a worker that died', () => {
  it('is started again at once, and later and later when it dies again and again', () => {
    expect([1, 2, 3, 4, 20].map(restartDelayMs)).toEqual([0, 500, 1_000, 2_000, 10_000]);
  });
});
