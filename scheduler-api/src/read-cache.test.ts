import { describe, expect, it } from 'vitest';
import { createReadCache } from './read-cache.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** Counts how often it is read. */
function aSource() {
  let times = 0;
  return {
    read: async () => {
      times += 1;
      return { owner: 'anna', times };
    },
    times: () => times,
  };
}

describe('what was just read', () => {
  it('is not read again for a quarter of a second', async () => {
    const clock = createFakeClock();
    const [cache, source] = [createReadCache<{ owner: string; times: number }>(clock), aSource()];
    await cache.get('key', source.read);
    clock.advance(249);
    expect(await cache.get('key', source.read)).toMatchObject({ times: 1 });
    clock.advance(1);
    expect(await cache.get('key', source.read)).toMatchObject({ times: 2 });
  });

  it('is read again at once when its owner has changed', async () => {
    const [cache, source] = [createReadCache<{ owner: string; times: number }>(createFakeClock()), aSource()];
    await cache.get('key', source.read);
    cache.forget('anna');
    expect(await cache.get('key', source.read)).toMatchObject({ times: 2 });
  });

  it('is not kept when it changed while it was being read', async () => {
    const [cache, source] = [createReadCache<{ owner: string; times: number }>(createFakeClock()), aSource()];
    await cache.get('key', async () => {
      const read = await source.read();
      cache.forget('anna');
      return read;
    });
    await cache.get('key', source.read);
    expect(source.times()).toBe(2);
  });

  it('is not there when there was nothing', async () => {
    const [cache, source] = [createReadCache<{ owner: string; times: number }>(createFakeClock()), aSource()];
    expect(await cache.get('key', async () => undefined)).toBeUndefined();
    expect(await cache.get('key', source.read)).toMatchObject({ times: 1 });
  });
});
