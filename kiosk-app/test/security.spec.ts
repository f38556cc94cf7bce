import { expect, needsRealElectron, readLog, test } from './fixtures.ts';

const FORBIDDEN = ['https://example.com/', '/console/', '/kiosk/out', '/kiosk/../console/'];

for (const address of FORBIDDEN) {
  test(`does not go to ${address}`, async ({ kiosk, dataDir }) => {
    const before = kiosk.page.url();
    await kiosk.page.evaluate((to) => {
      location.href = to;
    }, address);
    await expect.poll(() => readLog(dataDir)).toContain('navigation denied');
    expect(kiosk.page.url()).toBe(before);
    await expect(kiosk.page.getByText('The kiosk page')).toBeVisible();
  });
}

test('goes to places below the kiosk page', async ({ kiosk }) => {
  await kiosk.page.evaluate(() => {
    location.href = '/kiosk/waiting';
  });
  await kiosk.page.waitForURL(/\/kiosk\/waiting$/);
});

test('does not show another site in a frame', async ({ kiosk, dataDir }) => {
  await kiosk.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/console/';
    document.body.append(frame);
  });
  await expect.poll(() => readLog(dataDir)).toContain('navigation denied');
  expect(
    await kiosk.page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body?.textContent),
  ).not.toContain('Not for kiosks');
});

test('opens no other window', async ({ kiosk, dataDir }) => {
  expect(await kiosk.page.evaluate(() => window.open('/kiosk/other'))).toBeNull();
  await kiosk.page.click('#blank');
  await expect.poll(() => readLog(dataDir).match(/window denied/g)?.length).toBe(2);
  await expect.poll(() => kiosk.app.windows().length).toBe(1);
});

test('saves no file', async ({ kiosk, dataDir }) => {
  await kiosk.page.click('#file');
  await expect.poll(() => readLog(dataDir)).toContain('download denied');
});

test('gives the page the camera and the microphone', async ({ kiosk }) => {
  const tracks = await kiosk.page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    return stream.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`);
  });
  expect(tracks.sort()).toEqual(['audio live', 'video live']);
});

test('gives the page nothing else that it could ask for', async ({ kiosk }) => {
  const answers = await kiosk.page.evaluate(async () => {
    const position = new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('found'),
        ({ code }) => resolve(`error ${code}`),
      ),
    );
    const clipboard = navigator.clipboard.readText().then(
      () => 'read',
      () => 'denied',
    );
    return [await position, await Notification.requestPermission(), await clipboard];
  });
  expect(answers).toEqual(['error 1', 'denied', 'denied']);
});

test('fills the screen, and closing it is not a way out', async ({ kiosk }) => {
  const kioskWindow = await kiosk.app.browserWindow(kiosk.page);
  expect(await kioskWindow.evaluate((it) => [it.isKiosk(), it.isFullScreen()])).toEqual([true, true]);
  const size = await kiosk.page.evaluate(() => [
    window.innerWidth === screen.width,
    window.innerHeight === screen.height,
  ]);
  expect(size).toEqual([true, true]);
  await kioskWindow.evaluate((it) => it.close());
  expect(await kioskWindow.evaluate((it) => it.isDestroyed())).toBe(false);
});

test('has no key that reloads, closes or inspects', async ({ kiosk }) => {
  needsRealElectron("the stand-in's windows are Chromium's, with Chromium's keys");
  await kiosk.page.evaluate(() => Reflect.set(window, 'untouched', true));
  for (const keys of ['F5', 'Control+R', 'Control+W', 'F11', 'Escape', 'F12', 'Control+Shift+I', 'Alt+F4']) {
    await kiosk.page.keyboard.press(keys);
  }
  expect(await kiosk.page.evaluate(() => Reflect.get(window, 'untouched'))).toBe(true);
  const window = await kiosk.app.browserWindow(kiosk.page);
  expect(await window.evaluate((it) => [it.isFullScreen(), it.webContents.isDevToolsOpened()])).toEqual([true, false]);
});
