import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgress, formatElapsed } from './progress.mjs';

function record(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { written, progress: createProgress(stream, () => Date.now()) };
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('elapsed time', () => {
  it.each([
    [400, '0.4 s'],
    [12_900, '12 s'],
    [185_000, '3 min 05 s'],
  ])('%i ms reads %s', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });
});

describe('a step', () => {
  it('that is over within a second says nothing', async () => {
    const { written, progress } = record(false);
    const step = progress.step('Quick', () => wait(900));
    await vi.advanceTimersByTimeAsync(900);
    await step;
    expect(written).toEqual([]);
  });

  it('says where it is, and how long it took in all', async () => {
    const { written, progress } = record(false);
    const step = progress.step('Building', async (report) => {
      report('3 of 9 files');
      await wait(20_000);
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await step;
    expect(written).toEqual([
      '… Building · 1.0 s · 3 of 9 files\n',
      '… Building · 15 s · 3 of 9 files\n',
      '✓ Building · 20 s · 3 of 9 files\n',
    ]);
  });

  it('keeps to one line on a terminal', async () => {
    const { written, progress } = record(true);
    const step = progress.step('Building', () => wait(5000));
    await vi.advanceTimersByTimeAsync(5000);
    await step;
    expect(written.filter((text) => text.includes('\n'))).toEqual(['✓ Building · 5.0 s\n']);
    expect(Math.max(...written.map((text) => text.length))).toBeLessThan(60 + '\r\u001b[2K'.length);
  });

  it('makes room on a terminal for what is said meanwhile', async () => {
    const { written, progress } = record(true);
    progress.say('by the way');
    expect(written).toEqual(['\r\u001b[2Kby the way\n']);
  });

  it('that answers badly says so', async () => {
    const { written, progress } = record(false);
    await progress.step(
      'Testing',
      () => Promise.resolve(3),
      (failures) => failures === 0,
    );
    expect(written).toEqual(['✗ Testing · 0.0 s\n']);
  });

  it('that fails says so, however quick, and passes its error on', async () => {
    const { written, progress } = record(false);
    await expect(progress.step('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(written).toEqual(['✗ Building · 0.0 s\n']);
  });
});
