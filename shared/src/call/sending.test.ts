import { describe, expect, it } from 'vitest';
import { cameraEncodings } from './sending.ts';

const scales = (width: number, height: number) =>
  cameraEncodings(width, height).map(({ scaleResolutionDownBy }) => scaleResolutionDownBy);

describe('simulcast layers', () => {
  it('are as many as Chromium sends at the size of the picture, the largest always whole', () => {
    expect(scales(1280, 720)).toEqual([4, 2, 1]);
    expect(scales(640, 480)).toEqual([2, 1]);
    expect(scales(320, 240)).toEqual([1]);
  });
});
