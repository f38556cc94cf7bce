import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { recordingLog } from '../testing/recording-log.ts';
import { SignIn } from './sign-in.ts';

const returnTo = 'https://kiosks.example/kiosk/signed-in.html';
const request = {
  url: 'https://provider.example/authorize?state=1',
  returnTo,
  origins: ['https://provider.example', 'https://e.example'],
  area: { x: 0, y: 200, width: 1080, height: 1720 },
};

class FakeContents extends EventEmitter {
  readonly loaded: string[] = [];
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  /** @returns whether the page may go there, as far as signing in says */
  go(url: string, isMainFrame = true): boolean {
    const preventDefault = vi.fn();
    this.emit('will-redirect', { url, isMainFrame, preventDefault });
    return preventDefault.mock.calls.length === 0;
  }
}

function begun() {
  const views: { contents: FakeContents; hide: () => void; discard: () => Promise<void> }[] = [];
  const timers = new Map<() => void, number>();
  const { lines, log } = recordingLog();
  const signIn = new SignIn<FakeContents>({
    server: new URL('https://kiosks.example'),
    openView: () => {
      const view = { contents: new FakeContents(), hide: vi.fn(), discard: vi.fn(async () => undefined) };
      views.push(view);
      return view;
    },
    later: (run, milliseconds) => {
      timers.set(run, milliseconds);
      return () => void timers.delete(run);
    },
    log,
  });
  const at = (index: number) => {
    const view = views[index];
    if (!view) throw new Error(`there is no view ${index}`);
    return view;
  };
  const pass = (milliseconds: number) => {
    for (const [run, after] of [...timers]) if (after <= milliseconds) run();
  };
  return { signIn, at, timers, pass, lines };
}
/** The pages are opened once what was there before is gone. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('signing in above the kiosk’s page', () => {
  it('ends with the way back, which is not loaded, and forgets all when the provider has', async () => {
    const { signIn, at } = begun();
    const outcome = signIn.open(request);
    await settled();
    const { contents } = at(0);
    expect(contents.loaded).toEqual([request.url]);
    expect(contents.go('https://e.example/bank')).toBe(true);
    expect(contents.go(`${returnTo}?code=1&state=1`, false)).toBe(true);
    expect(contents.go(`${returnTo}?code=1&state=1`)).toBe(false);
    expect(await outcome).toBe('?code=1&state=1');
    expect(at(0).hide).toHaveBeenCalled();
    expect(at(0).discard).not.toHaveBeenCalled();
    await signIn.end('https://provider.example/end');
    expect(contents.loaded.at(-1)).toBe('https://provider.example/end');
    expect(at(0).discard).toHaveBeenCalledOnce();
    expect(signIn.owns(contents)).toBe(false);
  });

  it('goes to the provider’s sites alone, and never to the kiosk’s own pages', async () => {
    const { signIn, at } = begun();
    void signIn.open(request);
    await settled();
    expect(signIn.owns(at(0).contents)).toBe(true);
    expect(
      ['https://provider.example/x', 'https://e.example/', 'https://evil.example/'].map((url) => signIn.mayGo(url)),
    ).toEqual([true, true, false]);
    expect(signIn.mayGo('http://provider.example/')).toBe(false);
    expect(signIn.mayGo('https://kiosks.example/kiosk/')).toBe(false);
    expect(signIn.mayGo('file:///etc/passwd')).toBe(false);
  });

  it('is over when nobody touches it for two minutes, and all of it is gone', async () => {
    const { signIn, at, pass, timers } = begun();
    const outcome = signIn.open(request);
    await settled();
    const [idle] = [...timers].filter(([, after]) => after === 120_000);
    at(0).contents.emit('input-event');
    expect(idle && timers.has(idle[0])).toBe(false);
    pass(120_000);
    expect(await outcome).toBeNull();
    expect(at(0).discard).toHaveBeenCalledOnce();
    expect(timers.size).toBe(0);
  });

  it('is over with the citizen’s wipe, and there is one at a time', async () => {
    const { signIn, at } = begun();
    const first = signIn.open(request);
    await settled();
    const second = signIn.open(request);
    expect(await first).toBeNull();
    await settled();
    expect(at(0).discard).toHaveBeenCalledOnce();
    await signIn.end(null);
    expect(await second).toBeNull();
    expect(at(1).discard).toHaveBeenCalledOnce();
  });

  it('does not wait long for a provider that does not forget, nor asks anybody else to', async () => {
    const { signIn, at, pass } = begun();
    void signIn.open(request);
    await settled();
    const { contents } = at(0);
    contents.loadURL = () => new Promise(() => undefined);
    const ended = signIn.end('https://provider.example/end');
    pass(5_000);
    await ended;
    expect(at(0).discard).toHaveBeenCalledOnce();
    void signIn.open(request);
    await settled();
    await signIn.end('https://evil.example/end');
    expect(at(1).contents.loaded).toEqual([request.url]);
  });

  it('leads back to the kiosk’s server only', async () => {
    const { signIn } = begun();
    await expect(signIn.open({ ...request, returnTo: 'https://evil.example/' })).rejects.toThrow('elsewhere');
  });

  it('writes nothing of the answer into the log', async () => {
    const { signIn, at, lines } = begun();
    const outcome = signIn.open(request);
    await settled();
    at(0).contents.go(`${returnTo}?code=secret`);
    await outcome;
    await signIn.end(null);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});
