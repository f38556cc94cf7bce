import { createPublicKey, verify } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import type { KioskBridge } from '../src/bridge/bridge.ts';
import { type StubServer, stubServer } from './stub-server.ts';

declare global {
  var tabBridge: { browserBridge: KioskBridge };
}

const bundles = z.array(z.object({ output: z.tuple([z.looseObject({ code: z.string() })]) }));

/** The browser's bridge as one script. */
const bundle = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: resolve(import.meta.dirname, '../src/bridge/browser-bridge.ts'),
        formats: ['iife'],
        name: 'tabBridge',
      },
    },
  });
  const [first] = bundles.parse(built);
  return first?.output[0].code ?? '';
};

let script: string;
let server: StubServer;
test.beforeAll(async () => {
  script = await bundle();
  server = await stubServer();
  await server.start();
});
test.afterAll(() => server.stop());

const openTab = async (page: Page): Promise<void> => {
  await page.goto(`${server.origin}/kiosk/`);
  await page.addScriptTag({ content: script });
};

test.beforeEach(({ page }) => openTab(page));

test('proves who it is, with one key for all who ask at once', async ({ page }) => {
  const [one, other] = await page.evaluate(() =>
    Promise.all([tabBridge.browserBridge.identity(), tabBridge.browserBridge.identity()]),
  );
  expect(other).toEqual(one);
  const { signature } = await page.evaluate(() => tabBridge.browserBridge.sign({ challenge: 'challenge-of-today' }));
  const key = createPublicKey({ key: one.publicKey, format: 'jwk' });
  const text = Buffer.from('remote-clerk:kiosk:v1:challenge-of-today');
  expect(verify(null, text, key, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('is the same kiosk after a wipe, with nothing of the session left', async ({ page }) => {
  const before = await page.evaluate(async () => {
    sessionStorage.setItem('name', 'Anna');
    await tabBridge.browserBridge.enrolled({ kioskId: 'kuldiga-1' });
    return tabBridge.browserBridge.identity();
  });
  expect(before.kioskId).toBe('kuldiga-1');
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => tabBridge.browserBridge.wipe())]);
  await page.addScriptTag({ content: script });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.evaluate(() => tabBridge.browserBridge.identity())).toEqual(before);
});

test('takes a code out of the address, once', async ({ page }) => {
  const asked = await page.evaluate(async () => {
    location.hash = 'enrol=ABCD-EFGH-2345';
    const first = await tabBridge.browserBridge.identity();
    return {
      first: first.enrolmentCode,
      again: (await tabBridge.browserBridge.identity()).enrolmentCode,
      hash: location.hash,
    };
  });
  expect(asked).toEqual({ first: 'ABCD-EFGH-2345', again: null, hash: '' });
});

test('is another kiosk after it was forgotten', async ({ page }) => {
  const before = await page.evaluate(() => tabBridge.browserBridge.identity());
  await page.evaluate(() => tabBridge.browserBridge.forget());
  const after = await page.evaluate(() => tabBridge.browserBridge.identity());
  expect(after.publicKey).not.toEqual(before.publicKey);
});

test('keeps its key where no script can read it', async ({ page }) => {
  const extractable = await page.evaluate(async () => {
    await tabBridge.browserBridge.identity();
    const opened = indexedDB.open('remote-clerk-kiosk');
    await new Promise((done) => opened.addEventListener('success', done));
    const read = opened.result.transaction('identity').objectStore('identity').get('keyPair');
    await new Promise((done) => read.addEventListener('success', done));
    return read.result.privateKey.extractable;
  });
  expect(extractable).toBe(false);
});

test('refuses what it does not expect, and has no way out', async ({ page }) => {
  const refused = await page.evaluate(() =>
    tabBridge.browserBridge.sign({ challenge: 'with spaces and more' }).then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
  expect(await page.evaluate(() => tabBridge.browserBridge.exit({ pin: '2580' }))).toMatchObject({ ok: false });
});
