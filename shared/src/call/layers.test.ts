import { describe, expect, it } from 'vitest';
import { layerFor } from './layers.ts';

describe('the layer that is worth sending', () => {
  it('is the best one for a picture that fills the stage', () => {
    expect(layerFor(2, 900)).toBe(1);
    expect(layerFor(3, 1_280)).toBe(2);
  });

  it('is a smaller one for a tile, and the smallest for what is not shown', () => {
    expect(layerFor(2, 400)).toBe(0);
    expect(layerFor(3, 640)).toBe(1);
    expect(layerFor(3, 0)).toBe(0);
  });

  it('is the only one where there is one', () => {
    expect(layerFor(1, 1_920)).toBe(0);
  });
});
