import { describe, expect, it, vi } from 'vitest';
import { type BridgeCall, bridgeCalls, HEARTBEAT_CHANNEL } from '../../bridge/bridge.ts';
import { AttemptLock } from '../exit/attempt-lock.ts';
import { StaffExit } from '../exit/staff-exit.ts';
import { fileModeVault } from '../identity/key-vault.ts';
import { KioskIdentity } from '../identity/kiosk-identity.ts';
import { memorySettings } from '../testing/memory-settings.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { type Caller, serveBridge } from './serve-bridge.ts';

type Listener = (event: never, ...args: unknown[]) => unknown;

const provider = {
  url: 'https://provider.example/authorize',
  returnTo: 'https://kiosks.example/kiosk/signed-in.html',
  origins: ['https://provider.example'],
  area: { x: 0, y: 200, width: 1080, height: 1720 },
};

const served = (caller: Caller = 'kiosk page') => {
  const listeners = new Map<string, Listener>();
  const listen = (channel: string, listener: Listener) => {
    listeners.set(channel, listener);
  };
  const settings = memorySettings();
  const { lines, log } = recordingLog();
  const spies = { wipe: vi.fn(), beat: vi.fn(), leave: vi.fn() };
  const signIn = { open: vi.fn(async () => '?code=1'), end: vi.fn(async () => undefined) };
  serveBridge({
    ipcMain: { handle: listen, on: listen },
    identity: new KioskIdentity(settings, fileModeVault, log),
    staffExit: new StaffExit(settings, new AttemptLock(settings, () => 0), log),
    enrolmentCode: null,
    info: () => ({ runtime: 'electron', appVersion: '1.2.3', electronVersion: '45.4.1' }),
    callerOf: () => caller,
    log,
    signIn,
    ...spies,
  });
  const say = async (channel: string, ...args: unknown[]) =>
    Reflect.apply(listeners.get(channel) ?? (() => undefined), undefined, [{}, ...args]);
  return {
    call: (call: BridgeCall, ...args: unknown[]) => say(bridgeCalls[call].channel, ...args),
    say,
    lines,
    settings,
    signIn,
    ...spies,
  };
};

describe('the bridge in main', () => {
  it("answers the kiosk's page", async () => {
    expect(await served().call('info')).toMatchObject({ appVersion: '1.2.3' });
    expect(await served().call('identity')).toMatchObject({ kioskId: null, enrolmentCode: null });
  });

  it('shows a provider’s pages, and tells what they ended with', async () => {
    const { call, signIn } = served();
    expect(await call('signIn', provider)).toEqual({ query: '?code=1' });
    expect(signIn.open).toHaveBeenCalledWith(provider);
    await call('endSignIn', { url: null });
    expect(signIn.end).toHaveBeenCalledWith(null);
  });

  it('remembers the kiosk id that the server gave', async () => {
    const { call, settings } = served();
    await call('enrolled', { kioskId: 'kuldiga-1' });
    expect(settings.current().kioskId).toBe('kuldiga-1');
  });

  it.each<[BridgeCall, unknown[]]>([
    ['sign', []],
    ['sign', [{ challenge: 'short' }]],
    ['sign', [{ challenge: 'a-challenge-with spaces' }]],
    ['sign', [{ challenge: 'x'.repeat(513) }]],
    ['sign', [{ challenge: 'a-good-challenge-1', more: true }]],
    ['sign', [{ challenge: 'a-good-challenge-1' }, 'more']],
    ['enrolled', [{ kioskId: '../../etc' }]],
    ['enrolled', [{ kioskId: 'kuldiga-1', exitPin: 'abcd' }]],
    ['exit', [{ pin: '12' }]],
    ['exit', [{ pin: 2580 }]],
    ['signIn', [{ ...provider, url: 'file:///etc/passwd' }]],
    ['signIn', [{ ...provider, origins: ['javascript:alert(1)'] }]],
    ['signIn', [{ ...provider, area: { x: 0, y: -1, width: 1, height: 1 } }]],
    ['endSignIn', [{ url: 'data:text/html,x' }]],
    ['wipe', ['now']],
    ['forget', [{}]],
  ])('refuses %s with %j, and says nothing of it in the log', async (call, args) => {
    const { call: callBridge, lines, wipe } = served();
    await expect(callBridge(call, ...args)).rejects.toThrow('not what the kiosk expects');
    expect(wipe).not.toHaveBeenCalled();
    expect(lines).toEqual([{ level: 'warn', message: 'malformed bridge call', channel: bridgeCalls[call].channel }]);
  });

  const calls: [BridgeCall, unknown[]][] = [
    ['info', []],
    ['identity', []],
    ['sign', [{ challenge: 'a-good-challenge-1' }]],
    ['enrolled', [{ kioskId: 'kuldiga-1' }]],
    ['forget', []],
    ['wipe', []],
    ['exit', [{ pin: '2580' }]],
  ];

  const refused = async (caller: Caller, call: BridgeCall, args: unknown[]) => {
    const { call: callBridge, settings, wipe } = served(caller);
    const before = settings.current();
    await expect(callBridge(call, ...args)).rejects.toThrow('may not speak');
    expect(settings.current()).toEqual(before);
    expect(wipe).not.toHaveBeenCalled();
  };

  it.each(calls)('refuses %s to a stranger', (call, args) => refused('stranger', call, args));

  it.each(calls.filter(([call]) => call !== 'exit'))('refuses %s to the offline page', (call, args) =>
    refused('offline page', call, args),
  );

  it('lets staff leave from the offline page', async () => {
    expect(await served('offline page').call('exit', { pin: '2580' })).toMatchObject({ ok: false });
  });

  it('hears heartbeats of the kiosk page alone', async () => {
    const page = served();
    await page.say(HEARTBEAT_CHANNEL);
    expect(page.beat).toHaveBeenCalledTimes(1);
    const stranger = served('stranger');
    await stranger.say(HEARTBEAT_CHANNEL);
    expect(stranger.beat).not.toHaveBeenCalled();
  });
});
