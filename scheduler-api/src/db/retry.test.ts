import { describe, expect, it } from 'vitest';
import { retryConflicts } from './retry.ts';

const refused = (code: string) => Object.assign(new Error(code), { code });

describe('trying a transaction again', () => {
  it('waits longer at most each time, and gives up at last', async () => {
    const waits: number[] = [];
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw refused('40P01');
    };
    const result = retryConflicts(work, async (ms) => waits.push(ms));
    await expect(result).rejects.toThrow('40P01');
    expect(tries).toBe(8);
    expect(waits).toHaveLength(7);
    for (const [index, wait] of waits.entries()) expect(wait).toBeLessThanOrEqual(5 * 2 ** index);
  });

  it('is not for errors of another kind', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw refused('23505');
    };
    await expect(retryConflicts(work)).rejects.toThrow('23505');
    expect(tries).toBe(1);
  });
});
