import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSounds } from './sound.ts';

/** Writes down the loudest point and the pitch of every tone it is asked for. */
const peaks: number[] = [];
const pitches: number[] = [];
const node = { connect: (next: unknown) => next };

class FakeAudioContext {
  readonly currentTime = 0;
  readonly destination = node;
  resume = async () => {};
  createGain = () => ({
    ...node,
    gain: {
      value: 1,
      setValueAtTime: () => {},
      linearRampToValueAtTime: (peak: number) => peaks.push(peak),
      exponentialRampToValueAtTime: () => {},
    },
  });
  createOscillator = () => ({
    ...node,
    frequency: {
      set value(pitch: number) {
        pitches.push(pitch);
      },
    },
    start: () => {},
    stop: () => {},
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', FakeAudioContext);
  peaks.length = 0;
  pitches.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('sounds', () => {
  it('ring until they are told to stop', () => {
    const stop = createSounds().repeat('ring');
    const once = pitches.length;
    vi.advanceTimersByTime(5000);
    expect(pitches).toHaveLength(once * 3);
    stop();
    vi.advanceTimersByTime(10_000);
    expect(pitches).toHaveLength(once * 3);
  });

  it('differ from each other', () => {
    const sounds = createSounds();
    const heard = (['ring', 'answered', 'ended', 'attention'] as const).map((name) => {
      pitches.length = 0;
      sounds.play(name);
      return pitches.join(' ');
    });
    expect(new Set(heard).size).toBe(4);
  });

  it('are as loud as was set, never louder than full', () => {
    const sounds = createSounds(0.5);
    sounds.play('attention');
    const half = Math.max(...peaks);
    sounds.setVolume(3);
    sounds.play('attention');
    expect(Math.max(...peaks)).toBeCloseTo(half * 2);
    peaks.length = 0;
    sounds.setVolume(0);
    sounds.play('attention');
    expect(Math.max(...peaks)).toBe(0);
  });
});
