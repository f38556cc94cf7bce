import { describe, expect, it } from 'vitest';
import { qualityWord } from './quality-word.ts';

const fine = { roundTripMs: 40, packetLossPercent: 0, jitterMs: 5 };

describe('the word for a connection', () => {
  it('is excellent while nobody could notice anything', () => {
    expect(qualityWord(fine, 0)).toBe('excellent');
    expect(qualityWord({ roundTripMs: 200, packetLossPercent: 1, jitterMs: 30 }, 0)).toBe('excellent');
  });

  it('is as bad as its worst measure', () => {
    expect(qualityWord({ ...fine, roundTripMs: 201 }, 0)).toBe('good');
    expect(qualityWord({ ...fine, packetLossPercent: 4.1 }, 0)).toBe('poor');
    expect(qualityWord({ ...fine, jitterMs: 61 }, 0)).toBe('poor');
  });

  it('is lost after four seconds without a packet, whatever was measured', () => {
    expect(qualityWord(fine, 3)).toBe('excellent');
    expect(qualityWord(fine, 4)).toBe('lost');
  });

  it('is not said while nothing was measured', () => {
    expect(qualityWord({ roundTripMs: null, packetLossPercent: null, jitterMs: null }, 0)).toBeNull();
  });

  it('is said from what there is', () => {
    expect(qualityWord({ roundTripMs: null, packetLossPercent: 2, jitterMs: null }, 0)).toBe('good');
  });
});
