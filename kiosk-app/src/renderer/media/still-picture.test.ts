import { expect, it } from 'vitest';
import { fittingJpeg } from './still-picture.ts';

it('keeps a picture as good as it may be, and lowers the quality before the size', async () => {
  const tried: string[] = [];
  const bytesAt = ({ scale, quality }: { scale: number; quality: number }) =>
    Math.round(1_000 * scale * scale * quality);
  const encode = async (setting: { scale: number; quality: number }) => {
    tried.push(`${setting.scale} ${setting.quality}`);
    return new Blob([new Uint8Array(bytesAt(setting))]);
  };
  expect((await fittingJpeg(encode, 1_000)).size).toBe(920);
  expect((await fittingJpeg(encode, 700)).size).toBe(650);
  expect((await fittingJpeg(encode, 200)).size).toBe(150);
  expect(tried.slice(1, 4)).toEqual(['1 0.92', '1 0.8', '1 0.65']);
  await expect(fittingJpeg(encode, 1)).rejects.toThrow();
});
