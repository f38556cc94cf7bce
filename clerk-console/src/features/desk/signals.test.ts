import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignals } from './signals.ts';

const words = { title: 'Zvana: Pensijas', body: 'Kuldīga' };

function setUp() {
  const tab = { title: '' };
  const stopSound = vi.fn();
  const removeNotification = vi.fn();
  const devices = {
    playRing: vi.fn(() => stopSound),
    playAlarm: vi.fn(() => stopSound),
    playChime: vi.fn(),
    showTitle: (title: string) => {
      tab.title = title;
    },
    notify: vi.fn(() => removeNotification),
  };
  const signals = createSignals(devices);
  signals.setPageTitle('Darbavieta');
  return { tab, stopSound, removeNotification, devices, signals };
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

  it('leaves the title as the page has it by then', () => {
    const { signals, tab } = setUp();
    const end = signals.ring(words);
    signals.setPageTitle('Gadījumi');
    expect(tab.title).toBe(words.title);
    end();
    expect(tab.title).toBe('Gadījumi');
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

  it('sounds otherwise when it is an alarm', () => {
    const { devices, signals, tab, stopSound } = setUp();
    const end = signals.alarm(words);
    expect(devices.playAlarm).toHaveBeenCalledOnce();
    expect(devices.playRing).not.toHaveBeenCalled();
    expect(tab.title).toBe(words.title);
    end();
    expect(stopSound).toHaveBeenCalledOnce();
  });
});
