import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/fake-clock.ts';
import { CpuMeter } from './cpu-meter.ts';

describe('a CPU meter', () => {
  it('says which share of a core was used since it was last asked', () => {
    const clock = new FakeClock();
    const meter = new CpuMeter(clock);
    expect(meter.share(4_000)).toBe(0);
    clock.pass(2_000);
    expect(meter.share(4_500)).toBe(0.25);
    clock.pass(1_000);
    expect(meter.share(4_500)).toBe(0);
    clock.pass(499);
    expect(meter.share(4_900)).toBe(0);
    clock.pass(1);
    expect(meter.share(4_900)).toBe(0.8);
    expect(meter.latest).toBe(0.8);
  });
});
