import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { findElectronRuntime } from '../../deploy/dev/setup/electron-runtime.mjs';
import { expect, test } from './fixtures.ts';

test('runs once for one data folder', async ({ kiosk, server, dataDir }) => {
  expect(kiosk.page.url()).toContain('/kiosk/');
  const second = spawn(
    join(findElectronRuntime().distPath, 'electron'),
    ['--no-sandbox', resolve(import.meta.dirname, '..')],
    { env: { ...process.env, KIOSK_SERVER_URL: server.origin, KIOSK_DATA_DIR: dataDir }, stdio: 'ignore' },
  );
  const [code] = await once(second, 'exit');
  expect(code).toBe(1);
});

test('takes a new staff PIN from standard input', async ({ server, dataDir, launch }) => {
  const setter = spawn(
    join(findElectronRuntime().distPath, 'electron'),
    ['--no-sandbox', resolve(import.meta.dirname, '..'), '--set-exit-pin'],
    {
      env: { ...process.env, KIOSK_SERVER_URL: server.origin, KIOSK_DATA_DIR: dataDir },
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  setter.stdin?.end('1357\n');
  const [code] = await once(setter, 'exit');
  expect(code).toBe(0);

  const { app, page } = await launch();
  await page.waitForURL(/\/kiosk\//);
  const closed = app.waitForEvent('close');
  await page.evaluate(() => window.kioskBridge?.exit({ pin: '1357' })).catch(() => undefined);
  await closed;
});
