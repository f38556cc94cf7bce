import { describe, expect, it } from 'vitest';
import { levelOf } from './level.ts';

const tone = (amplitude: number) => Float32Array.from({ length: 960 }, (_, index) => amplitude * Math.sin(index / 7));

describe('the level of a microphone', () => {
  it('is nothing in silence and full when shouted at', () => {
    expect(levelOf(new Float32Array(960))).toBe(0);
    expect(levelOf(new Float32Array(0))).toBe(0);
    expect(levelOf(tone(1))).toBe(1);
  });

  it('grows evenly with loudness: each tenth of the amplitude is 20 of 50 decibels', () => {
    expect(levelOf(tone(0.1)) - levelOf(tone(0.01))).toBeCloseTo(0.4, 5);
    expect(levelOf(tone(0.0001))).toBe(0);
  });
});
