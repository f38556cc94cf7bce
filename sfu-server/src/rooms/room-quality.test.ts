import type { CallQuality } from '@remote-clerk/shared/contracts/quality.ts';
import { describe, expect, it } from 'vitest';
import { combine } from './room-quality.ts';

const aStay = (more: Partial<CallQuality>): CallQuality => ({
  roundTripMs: 100,
  packetLossPercent: 1,
  jitterMs: 5,
  framesPerSecond: 20,
  freezes: 1,
  concealmentPercent: null,
  seconds: 10,
  ...more,
});

describe('the quality of several stays', () => {
  it('is nothing for none, and itself for one', () => {
    expect(combine([])).toBeNull();
    expect(combine([aStay({})])).toEqual(aStay({}));
  });

  it('counts each by its length, and adds up freezes and seconds', () => {
    expect(combine([aStay({ seconds: 30 }), aStay({ roundTripMs: 200, freezes: 2, seconds: 10 })])).toEqual(
      aStay({ roundTripMs: 125, freezes: 3, seconds: 40 }),
    );
  });

  it('leaves out what was not measured', () => {
    const unseen = aStay({ framesPerSecond: null, freezes: null });
    expect(combine([unseen, aStay({ framesPerSecond: 30 })])).toMatchObject({ framesPerSecond: 30, freezes: 1 });
    expect(combine([unseen, unseen])).toMatchObject({ framesPerSecond: null, freezes: null });
  });
});
