import { describe, expect, test } from 'vitest';
import { citizen, specialist } from './actors.ts';
import { colourAt, counterBits, counterSquare, framesInLoop, height } from './person.ts';
import { speak } from './wav.ts';
import { drawFrame, toYuv } from './y4m.ts';

describe('the picture of a person', () => {
  test('carries the number of each frame, so that a still is told from a moving one', () => {
    const readNumber = (frame: number) => {
      let number = 0;
      for (let bit = 0; bit < counterBits; bit += 1) {
        const [red] = colourAt(citizen.person, frame, (bit + 0.5) * counterSquare, height - counterSquare / 2);
        if (red > 128) number |= 1 << bit;
      }
      return number;
    };
    const frames = Array.from({ length: framesInLoop }, (_, frame) => frame);
    expect(frames.map(readNumber)).toEqual(frames);
  });

  test('stands before a wall that is nobody else’s', () => {
    const [wall, other] = [citizen, specialist].map(({ person }) => colourAt(person, 0, 38, 48));
    expect(wall).toEqual(citizen.person.wall);
    expect(other).toEqual(specialist.person.wall);
    expect(Math.max(...(wall ?? []).map((part, index) => Math.abs(part - (other?.[index] ?? 0))))).toBeGreaterThan(50);
  });

  test('is planar 4:2:0 as a camera gives it', () => {
    const frame = drawFrame(citizen.person, 0);
    expect(frame.length).toBe(640 * 480 * 1.5);
    expect([frame[0], frame[640 * 480], frame[640 * 480 * 1.25]]).toEqual(toYuv(citizen.person.wall));
  });
});

describe('the voice of a person', () => {
  test('has pauses, so that it is not taken for noise', () => {
    const samples = speak(citizen.pitch);
    const quiet = samples.filter((sample) => sample === 0).length / samples.length;
    expect(quiet).toBeGreaterThan(0.2);
    expect(quiet).toBeLessThan(0.6);
  });

  test('is loud, and never beyond full scale', () => {
    const loudest = speak(specialist.pitch).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).toBeGreaterThan(0.3);
    expect(loudest).toBeLessThanOrEqual(1);
  });
});
