import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignals } from './signals.ts';

const words = { title: 'Zvana: Pensijas', body: 'Kuldīga' };

function setUp() {
  const tab = { title: 'Darbavieta' };
  const stopSound = vi.fn();
  const removeNotification = vi.fn();
  const devices = {
    playRing: vi.fn(() => stopSound),
    playChime: vi.fn(),
    title: {
      get: () => tab.title,
      set: (title: string) => {
        tab.title = title;
      },
    },
    notify: vi.fn(() => removeNotification),
  };
  return { tab, stopSound, removeNotification, devices, signals: createSignals(devices) };
}

describe('a ring', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sounds, notifies and is in the title at once', () => {
    const { devices, signals, tab } = setUp();
    signals.ring(words);
    expect(devices.playRing).toHaveBeenCalledOnce();
    expect(devices.notify).toHaveBeenCalledWith(words);
    expect(tab.title).toBe(words.title);
  });

  it('takes turns with the page’s own title', () => {
    const { signals, tab } = setUp();
    signals.ring(words);
    vi.advanceTimersByTime(1000);
    expect(tab.title).toBe('Darbavieta');
    vi.advanceTimersByTime(1000);
    expect(tab.title).toBe(words.title);
  });

  it('leaves nothing behind when it ends', () => {
    const { signals, stopSound, removeNotification, tab } = setUp();
    const end = signals.ring(words);
    end();
    expect(tab.title).toBe('Darbavieta');
    expect(stopSound).toHaveBeenCalledOnce();
    expect(removeNotification).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5000);
    expect(tab.title).toBe('Darbavieta');
  });
});
