import { expect, it } from 'vitest';
import { cameBackAt } from './came-back.ts';

/** Frames every 40 ms. */
const frames = (from: number, until: number) =>
  Array.from({ length: Math.floor((until - from) / 40) }, (_, index) => from + index * 40);
const moving = (from: number, until: number) => frames(from, until).map((at) => ({ at, print: at }));
const still = (from: number, until: number) => frames(from, until).map((at) => ({ at, print: 1 }));

it('is back with the fifth frame, once it has stayed', () => {
  const seen = { frames: frames(2_000, 9_000), pictures: moving(2_000, 9_000) };
  expect(cameBackAt(seen, 1_000, 9_000)).toBe(2_160);
  expect(cameBackAt(seen, 1_000, 4_000)).toBeNull();
});

it('does not count what was there before', () => {
  const seen = { frames: frames(0, 1_000), pictures: moving(0, 1_000) };
  expect(cameBackAt(seen, 1_000, 9_000)).toBeNull();
});

it('does not count what was still under way', () => {
  const seen = {
    frames: [...frames(1_000, 1_400), ...frames(5_000, 9_000)],
    pictures: [...moving(1_000, 1_400), ...moving(5_000, 9_000)],
  };
  expect(cameBackAt(seen, 1_000, 9_000)).toBe(5_160);
});

it('is not back with frames that come now and then', () => {
  const at = Array.from({ length: 30 }, (_, index) => 1_000 + index * 300);
  expect(cameBackAt({ frames: at, pictures: moving(1_000, 9_000) }, 1_000, 9_000)).toBeNull();
});

it('is not back with a picture that stands still', () => {
  expect(cameBackAt({ frames: frames(2_000, 9_000), pictures: still(2_000, 9_000) }, 1_000, 9_000)).toBeNull();
});
