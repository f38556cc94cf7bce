import { createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findElectronRuntime } from '../../deploy/dev/setup/electron-runtime.mjs';
import { expect, needsRealElectron, readLog, test } from './fixtures.ts';

test('tells the page what it runs on', async ({ kiosk }) => {
  const info = await kiosk.page.evaluate(() => window.kioskBridge?.info());
  expect(info).toMatchObject({ runtime: findElectronRuntime().kind, appVersion: '0.1.0' });
});

test('proves to the server who the kiosk is', async ({ kiosk }) => {
  const identity = await kiosk.page.evaluate(() => window.kioskBridge?.identity());
  const signed = await kiosk.page.evaluate(() => window.kioskBridge?.sign({ challenge: 'challenge-of-today' }));
  if (!identity || !signed) throw new Error('no bridge');
  const key = createPublicKey({ key: identity.publicKey, format: 'jwk' });
  const signature = Buffer.from(signed.signature, 'base64url');
  expect(verify(null, Buffer.from('remote-clerk:kiosk:v1:challenge-of-today'), key, signature)).toBe(true);
});

test('remembers over a restart who it is, and forgets when told to', async ({ launch }) => {
  const first = await launch();
  await first.page.waitForURL(/\/kiosk\//);
  await first.page.evaluate(() => window.kioskBridge?.enrolled({ kioskId: 'kuldiga-1' }));
  const before = await first.page.evaluate(() => window.kioskBridge?.identity());
  await first.app.close();

  const { page } = await launch();
  await page.waitForURL(/\/kiosk\//);
  expect(await page.evaluate(() => window.kioskBridge?.identity())).toEqual(before);
  await page.evaluate(() => window.kioskBridge?.forget());
  const after = await page.evaluate(() => window.kioskBridge?.identity());
  expect(after?.kioskId).toBeNull();
  expect(after?.publicKey).not.toEqual(before?.publicKey);
});

test('refuses what it does not expect', async ({ kiosk }) => {
  const refusals = await kiosk.page.evaluate(async () => {
    const bridge = window.kioskBridge;
    if (!bridge) return [];
    const attempts = [
      () => bridge.sign({ challenge: '' }),
      () => bridge.sign({ challenge: 'with spaces and more' }),
      () => Reflect.apply(bridge.sign, null, [{ challenge: 'a-good-challenge-1', more: 1 }]),
      () => Reflect.apply(bridge.sign, null, []),
      () => bridge.enrolled({ kioskId: '../up' }),
      () => bridge.exit({ pin: 'abcd' }),
    ];
    return Promise.all(
      attempts.map((attempt) =>
        attempt().then(
          () => 'accepted',
          () => 'refused',
        ),
      ),
    );
  });
  expect(refusals).toEqual(Array(6).fill('refused'));
});

test('keeps the private key in main', async ({ kiosk, dataDir }) => {
  await kiosk.page.evaluate(() => window.kioskBridge?.identity());
  const settingsFile = join(dataDir, 'settings.json');
  expect(statSync(settingsFile).mode & 0o077).toBe(0);
  const { sealed } = JSON.parse(readFileSync(settingsFile, 'utf8')).key;

  const seen = await kiosk.page.evaluate(async () => {
    const bridge = window.kioskBridge;
    if (!bridge) return '';
    const replies = [
      await bridge.info(),
      await bridge.identity(),
      await bridge.sign({ challenge: 'a-good-challenge-1' }),
    ];
    return JSON.stringify([replies, { ...localStorage }, await indexedDB.databases(), document.cookie]);
  });
  expect(seen).toContain('Ed25519');
  for (const place of [seen, readLog(dataDir)]) {
    expect(place).not.toContain(sealed);
    expect(place).not.toContain('"d"');
    expect(place).not.toContain('PRIVATE KEY');
  }
});

test('gives the page the bridge and nothing else of the machine', async ({ kiosk }) => {
  const found = await kiosk.page.evaluate(() => {
    const bridge = window.kioskBridge;
    const suspicious = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'electronStandInSend'];
    return {
      suspicious: suspicious.filter((name) => name in window),
      methods: Object.keys(bridge ?? {}).sort(),
      replaced: bridge ? Reflect.set(bridge, 'sign', null) : true,
    };
  });
  const methods = [
    'endSignIn',
    'enrolled',
    'exit',
    'forget',
    'heartbeat',
    'identity',
    'info',
    'sign',
    'signIn',
    'wipe',
  ];
  expect(found).toEqual({ suspicious: [], methods, replaced: false });
});

test('gives a frame within the page no bridge', async ({ kiosk }) => {
  const inFrame = await kiosk.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/kiosk/frame';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow?.kioskBridge === undefined;
  });
  expect(inFrame).toBe(true);
});

test('runs the page in isolation and in the sandbox', async ({ kiosk }) => {
  needsRealElectron('the stand-in has no such preferences');
  const preferences = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron has it, though its types do not say so.
    return window && Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});
