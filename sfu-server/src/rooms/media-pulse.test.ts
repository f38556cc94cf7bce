import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/fake-clock.ts';
import { MediaPulse } from './media-pulse.ts';

function aPulse() {
  const clock = new FakeClock();
  let bytes: number | null = 1_000;
  let changes = 0;
  const pulse = new MediaPulse({
    clock,
    readBytes: async () => {
      if (bytes === null) throw new Error('closed');
      return bytes;
    },
    onChange: () => {
      changes += 1;
    },
  });
  /** In each two seconds so many bytes come; null: there are no figures any more. */
  const looks = async (...came: Array<number | null>) => {
    for (const more of came) {
      bytes = more === null ? null : (bytes ?? 0) + more;
      clock.pass(2_000);
      // What is read is there only after the turn of the loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const watch = async () => {
    pulse.watch();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { pulse, looks, watch, changes: () => changes };
}

describe('the pulse of a peer’s media', () => {
  it('is silent after four seconds without a byte, and not with one in between', async () => {
    const { pulse, looks, watch, changes } = aPulse();
    await watch();
    await looks(0, 20, 0);
    expect(pulse.silent).toBe(false);
    await looks(0);
    expect([pulse.silent, changes()]).toEqual([true, 1]);
    await looks(0, 0);
    expect(changes()).toBe(1);
  });

  it('is back with the first byte', async () => {
    const { pulse, looks, watch, changes } = aPulse();
    await watch();
    await looks(0, 0, 0, 1);
    expect([pulse.silent, changes()]).toEqual([false, 2]);
  });

  it('is silent when there are no figures any more', async () => {
    const { pulse, looks, watch } = aPulse();
    await watch();
    await looks(null, null);
    expect(pulse.silent).toBe(true);
  });

  it('says nothing once it rests, and begins anew after that', async () => {
    const { pulse, looks, watch, changes } = aPulse();
    await watch();
    await looks(0);
    pulse.rest();
    await looks(0, 0, 0);
    expect([pulse.silent, changes()]).toEqual([false, 0]);
    await watch();
    await looks(0);
    expect(pulse.silent).toBe(false);
    await looks(0);
    expect(pulse.silent).toBe(true);
  });
});
