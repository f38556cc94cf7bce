import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeartbeatWatchdog } from './heartbeat-watchdog.ts';

describe('the heartbeat watchdog', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const watched = () => {
    const onSilence = vi.fn();
    const watchdog = new HeartbeatWatchdog(onSilence);
    watchdog.watch();
    return { onSilence, watchdog };
  };

  it('is content while the page says that it is alive', () => {
    const { onSilence, watchdog } = watched();
    for (let beat = 0; beat < 100; beat += 1) {
      vi.advanceTimersByTime(14_999);
      watchdog.beat();
    }
    expect(onSilence).not.toHaveBeenCalled();
  });

  it('reports three missed heartbeats, once', () => {
    const { onSilence, watchdog } = watched();
    watchdog.beat();
    vi.advanceTimersByTime(15_000);
    expect(onSilence).toHaveBeenCalledTimes(1);
    watchdog.beat();
    vi.advanceTimersByTime(60_000);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });

  it('reports a page that never said a word', () => {
    const { onSilence } = watched();
    vi.advanceTimersByTime(15_000);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });

  it('gives a page that is being loaded longer for its first word, but not for its second', () => {
    const { onSilence, watchdog } = watched();
    watchdog.watch(60_000);
    vi.advanceTimersByTime(59_999);
    watchdog.beat();
    vi.advanceTimersByTime(14_999);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });

  it('leaves a resting page in peace', () => {
    const { onSilence, watchdog } = watched();
    watchdog.rest();
    watchdog.beat();
    vi.advanceTimersByTime(60_000);
    expect(onSilence).not.toHaveBeenCalled();
  });
});
