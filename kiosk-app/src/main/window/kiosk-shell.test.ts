import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWindow } from '../testing/fake-window.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { KioskShell, type KioskShellParts } from './kiosk-shell.ts';

const PAGE = 'https://kiosks.example.lv/kiosk/';

describe('the kiosk shell', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const opened = async (given: Partial<KioskShellParts<FakeWindow>> = {}, unloadable?: string) => {
    const windows: FakeWindow[] = [];
    const { lines, log } = recordingLog();
    const shell = new KioskShell<FakeWindow>({
      server: new URL('https://kiosks.example.lv'),
      openWindow: () => {
        const window = new FakeWindow(unloadable);
        windows.push(window);
        return window;
      },
      discardWindow: async (window) => window.destroy(),
      mayClose: false,
      leave: vi.fn(),
      fetch: async () => ({ status: 200 }),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      monotonicMs: () => Date.now(),
      now: () => new Date(),
      log,
      ...given,
    });
    shell.renew();
    await vi.advanceTimersByTimeAsync(0);
    const alive = () => windows.filter((window) => !window.isDestroyed());
    const at = (index: number): FakeWindow => {
      const window = windows[index];
      if (!window) throw new Error(`there is no window ${index}`);
      return window;
    };
    return { shell, windows, alive, at, lines };
  };

  it("shows the kiosk's page", async () => expect((await opened()).at(0).shown).toEqual([PAGE]));

  it('has another window after a wipe, and only that', async () => {
    const { shell, alive, at } = await opened();
    shell.wipe();
    await vi.advanceTimersByTimeAsync(0);
    expect(alive()).toEqual([at(1)]);
    expect(at(1).shown).toEqual([PAGE]);
    expect(shell.shows(at(0).webContents)).toBe(false);
    expect(shell.shows(at(1).webContents)).toBe(true);
  });

  it('replaces a crashed page after a second, and waits longer each time', async () => {
    const { alive, at, windows } = await opened();
    at(0).crash();
    await vi.advanceTimersByTimeAsync(999);
    expect(windows).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(alive()).toEqual([at(1)]);
    at(1).crash();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(windows).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(alive()).toEqual([at(2)]);
  });

  it('replaces a window once, and counts it once, whatever else is reported of it', async () => {
    const { at, windows, lines } = await opened();
    at(0).crash();
    at(0).crash();
    at(0).webContents.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(windows).toHaveLength(2);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it("leaves the next citizen's window alone when a rebuild comes late, and still guards it", async () => {
    const { shell, at, alive, windows } = await opened();
    at(0).crash();
    shell.wipe();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(windows).toHaveLength(2);
    at(1).crash();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(alive()).toEqual([at(2)]);
  });

  it('replaces a page that never says a word, and not one that does', async () => {
    const { shell, windows, lines } = await opened();
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      shell.beat();
    }
    expect(windows).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(windows).toHaveLength(2);
    expect(lines).toContainEqual(expect.objectContaining({ reason: 'silent', rebuilds: 1 }));
  });

  it('opens another window when something closed this one', async () => {
    const { at, alive } = await opened();
    at(0).destroy();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(alive()).toEqual([at(1)]);
  });

  it('can be closed only when it was released', async () => {
    const { shell, at, windows } = await opened();
    const preventDefault = vi.fn();
    at(0).emit('close', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    shell.release();
    at(0).emit('close', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    at(0).destroy();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(windows).toHaveLength(1);
  });

  it('ends the app when it is an ordinary window and someone closes it', async () => {
    const leave = vi.fn();
    const { at, windows } = await opened({ mayClose: true, leave });
    const preventDefault = vi.fn();
    at(0).emit('close', { preventDefault });
    at(0).destroy();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(preventDefault).not.toHaveBeenCalled();
    expect(leave).toHaveBeenCalledTimes(1);
    expect(windows).toHaveLength(1);
  });

  it('does not end the app when an ordinary window is replaced', async () => {
    const leave = vi.fn();
    const { shell } = await opened({ mayClose: true, leave });
    shell.wipe();
    await vi.advanceTimersByTimeAsync(0);
    expect(leave).not.toHaveBeenCalled();
  });

  it('shows the offline page while the server is away, without taking it for a silent page', async () => {
    const fetch = vi.fn<KioskShellParts<FakeWindow>['fetch']>().mockRejectedValue(new Error('net::ERR_FAILED'));
    const { shell, at, windows } = await opened({ fetch });
    await vi.advanceTimersByTimeAsync(120_000);
    const [offline = ''] = at(0).shown;
    expect(windows).toHaveLength(1);
    expect(at(0).shown).toHaveLength(1);
    expect(shell.isOfflinePage(offline)).toBe(true);
    fetch.mockResolvedValue({ status: 200 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(at(0).shown).toEqual([offline, PAGE]);
    expect(shell.isOfflinePage(PAGE)).toBe(false);
  });

  it('does not take the offline page for a silent one after the page failed to load', async () => {
    const gone = new Error('net::ERR_CONNECTION_REFUSED');
    const fetch = vi.fn<KioskShellParts<FakeWindow>['fetch']>().mockRejectedValue(gone);
    const { windows } = await opened({ fetch: fetch.mockResolvedValueOnce({ status: 200 }) }, PAGE);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(windows).toHaveLength(1);
  });

  it.each([
    ['did-fail-load', [{}, -102, 'ERR_CONNECTION_REFUSED', PAGE, true]],
    ['did-navigate', [{}, PAGE, 502]],
  ])('loads the page again after %s', async (event, args) => {
    const { at } = await opened();
    at(0).webContents.emit(event, ...args);
    await vi.advanceTimersByTimeAsync(0);
    expect(at(0).shown).toEqual([PAGE, PAGE]);
  });

  it.each([
    ['did-fail-load', [{}, -3, 'ERR_ABORTED', PAGE, true]],
    ['did-fail-load', [{}, -102, 'ERR_CONNECTION_REFUSED', 'https://kiosks.example.lv/frame', false]],
    ['did-navigate', [{}, PAGE, 200]],
  ])('is not disturbed by %s of %j', async (event, args) => {
    const { at } = await opened();
    at(0).webContents.emit(event, ...args);
    await vi.advanceTimersByTimeAsync(0);
    expect(at(0).shown).toEqual([PAGE]);
  });
});
