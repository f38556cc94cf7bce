import { beforeAll, describe, expect, it } from 'vitest';
import { memorySettings } from '../testing/memory-settings.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { AttemptLock } from './attempt-lock.ts';
import { hashPin } from './exit-pin.ts';
import { StaffExit } from './staff-exit.ts';

let exitPin: Awaited<ReturnType<typeof hashPin>>;
beforeAll(async () => {
  exitPin = await hashPin('2580');
});

const kiosk = (settings = memorySettings({ exitPin })) => {
  const clock = { ms: 1_000_000 };
  const lock = new AttemptLock(settings, () => clock.ms);
  return { clock, settings, exit: new StaffExit(settings, lock, recordingLog().log) };
};

describe('the way out for staff', () => {
  it('opens with the right PIN', async () => {
    expect(await kiosk().exit.attempt('2580')).toEqual({ ok: true });
  });

  it('says how many tries are left after a wrong one', async () => {
    const { exit } = kiosk();
    expect(await exit.attempt('0000')).toEqual({ ok: false, attemptsLeft: 4, lockedForSeconds: 0 });
    expect(await exit.attempt('0000')).toMatchObject({ attemptsLeft: 3 });
  });

  it('forgets wrong tries after a right one', async () => {
    const { exit } = kiosk();
    await exit.attempt('0000');
    await exit.attempt('2580');
    expect(await exit.attempt('0000')).toMatchObject({ attemptsLeft: 4 });
  });

  it('does not exist while no PIN was set', async () => {
    const { exit } = kiosk(memorySettings());
    expect(await exit.attempt('2580')).toEqual({ ok: false, attemptsLeft: 0, lockedForSeconds: 0 });
  });

  it('does not let a first PIN replace the one that is set', async () => {
    const { exit } = kiosk();
    await exit.setFirstPin('1111');
    expect(await exit.attempt('2580')).toEqual({ ok: true });
  });

  it('is not opened by more than five guesses at once', async () => {
    const { exit } = kiosk();
    const replies = await Promise.all(['0', '1', '2', '3', '4'].map((digit) => exit.attempt(digit.repeat(4))));
    expect(replies.every((reply) => !reply.ok)).toBe(true);
    expect(await exit.attempt('2580')).toMatchObject({ ok: false, attemptsLeft: 0 });
  });
});

describe('five wrong PINs', () => {
  const locked = () => kiosk(memorySettings({ exitPin, exitFailures: 5 }));

  it('lock the way out for five minutes, even for the right PIN', async () => {
    const { exit } = kiosk(memorySettings({ exitPin, exitFailures: 4 }));
    expect(await exit.attempt('0000')).toEqual({ ok: false, attemptsLeft: 0, lockedForSeconds: 300 });
    expect(await exit.attempt('2580')).toEqual({ ok: false, attemptsLeft: 0, lockedForSeconds: 300 });
  });

  it('count down', async () => {
    const { clock, exit } = locked();
    clock.ms += 100_500;
    expect(await exit.attempt('2580')).toMatchObject({ lockedForSeconds: 200 });
  });

  it('open again after the five minutes, with five new tries', async () => {
    const { clock, exit } = locked();
    clock.ms += 300_000;
    expect(await exit.attempt('0000')).toMatchObject({ attemptsLeft: 4 });
    expect(await exit.attempt('2580')).toEqual({ ok: true });
  });

  it('are not forgiven by a restart: the five minutes begin again', async () => {
    const { clock, settings } = locked();
    clock.ms += 299_000;
    expect(await kiosk(settings).exit.attempt('2580')).toMatchObject({ lockedForSeconds: 300 });
  });
});
