import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { openDisplay } from '../../kiosk-app/test/display.ts';

const HERE = import.meta.dirname;

const test = base.extend<{ app: ElectronApplication; page: Page }, { display: string }>({
  display: [
    async ({ browserName: _ }, use) => {
      const display = await openDisplay();
      await use(display.name);
      display.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ display }, use) => {
    const given = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const app = await _electron.launch({
      executablePath: join(HERE, 'electron'),
      args: [join(HERE, 'testing/app')],
      env: { ...Object.fromEntries(given), DISPLAY: display },
    });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.waitForURL(/\/first$/);
    await use(page);
  },
});

const seen = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'testApp').seen);

const openWindow = async (app: ElectronApplication, partition: string): Promise<Page> => {
  const opened = app.waitForEvent('window');
  await app.evaluate((_electron, name) => Reflect.get(globalThis, 'testApp').openWindow(name, '/next'), partition);
  const page = await opened;
  await page.waitForURL(/\/next$/);
  return page;
};

test('never passes for Electron', async ({ app, page }) => {
  expect(await app.evaluate(() => process.versions.electron)).toMatch(/^\d+\.\d+\.\d+-stand-in$/);
  expect(await app.evaluate(({ app: it }) => [it.getName(), it.getVersion(), it.isPackaged])).toEqual([
    'electron-stand-in-test-app',
    '1.2.3',
    false,
  ]);
  expect(page.url()).toMatch(/\/first$/);
});

test('carries calls over the bridge, and their failures in the words of Electron', async ({ page }) => {
  const call = (method: string, ...args: unknown[]) =>
    page.evaluate(
      async ([name, given]) => {
        const bridge = Reflect.get(window, 'bridge');
        const result = Reflect.apply(Reflect.get(bridge, name), bridge, given);
        const isPromise = result instanceof Promise;
        const outcome = await Promise.resolve(result).catch((error: Error) => error.message);
        return { isPromise, outcome };
      },
      [method, args] as const,
    );
  expect(await call('echo', { list: [1, 'two', null] })).toEqual({
    isPromise: true,
    outcome: { list: [1, 'two', null] },
  });
  expect(await call('fail')).toEqual({
    isPromise: true,
    outcome: "Error invoking remote method 'fail': Error: no such thing",
  });
  expect(await call('unknown')).toMatchObject({
    outcome: expect.stringContaining("No handler registered for 'unknown'"),
  });
  expect(await call('power', 2, 3)).toEqual({ isPromise: false, outcome: 8 });
});

test('tells main which page speaks', async ({ app, page }) => {
  await page.evaluate(() => Reflect.get(window, 'bridge').note('hello'));
  await expect.poll(() => seen(app)).toContain('hello from /first');
});

test('keeps the preload script out of reach of the page', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'ipcRenderer', 'contextBridge', 'electronStandInSend', 'electronStandInReceive'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('keeps partitions apart, and what is in one together', async ({ app, page }) => {
  await page.evaluate(() => localStorage.setItem('name', 'Anna'));
  const same = await openWindow(app, 'one');
  expect(await same.evaluate(() => localStorage.getItem('name'))).toBe('Anna');
  const other = await openWindow(app, 'two');
  expect(await other.evaluate(() => localStorage.getItem('name'))).toBeNull();
});

test('refuses a partition that would stay on disk', async ({ app }) => {
  const refusal = app.evaluate(({ session }) => session.fromPartition('persist:citizens'));
  await expect(refusal).rejects.toThrow('no partition on disk');
});

test('asks main before the page goes elsewhere, and tells where it went', async ({ app, page }) => {
  const goTo = (address: string) =>
    page.evaluate((to) => {
      location.href = to;
    }, address);
  await goTo('/elsewhere');
  await expect.poll(() => seen(app)).toContain('will-frame-navigate /elsewhere');
  await goTo('/moved');
  await expect.poll(() => seen(app)).toContain('will-redirect /elsewhere');
  expect(page.url()).toMatch(/\/first$/);
  await goTo('/broken');
  await expect.poll(() => seen(app)).toContain('did-navigate /broken 500');
});

test('asks main before the page opens a window', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('/popup'))).toBeNull();
  await expect.poll(() => seen(app)).toContain('window /popup');
});

test('grants what the permission handler grants, to that partition alone', async ({ app, page }) => {
  const states = (of: Page) =>
    of.evaluate(async () => {
      const query = async (name: PermissionName) => (await navigator.permissions.query({ name })).state;
      return [await query('geolocation'), await query('notifications')];
    });
  expect(await states(page)).toEqual(['granted', 'denied']);
  const other = await openWindow(app, 'three');
  expect(await states(other)).toEqual(['granted', 'granted']);
});

test('tells main when a page crashes', async ({ app, page }) => {
  // A page that crashes while it loads is another matter: then loading it fails.
  await app.evaluate(() => Reflect.get(globalThis, 'testApp').loaded);
  const window = await app.browserWindow(page);
  await window.evaluate((it) => it.webContents.forcefullyCrashRenderer());
  await expect.poll(() => seen(app)).toContain('gone crashed');
});

test('ends with its last window', async ({ app, page }) => {
  const closed = app.waitForEvent('close');
  const window = await app.browserWindow(page);
  await window.evaluate((it) => it.close()).catch(() => undefined);
  await closed;
});

test('ends on a signal', async ({ app, page }) => {
  expect(page.url()).toBeTruthy();
  const child = app.process();
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});
