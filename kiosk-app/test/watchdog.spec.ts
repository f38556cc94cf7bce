import { expect, readLog, test } from './fixtures.ts';

test('rebuilds the window when the renderer crashes', async ({ kiosk, dataDir }) => {
  const next = kiosk.nextPage();
  const window = await kiosk.app.browserWindow(kiosk.page);
  await window.evaluate((it) => it.webContents.forcefullyCrashRenderer());
  const page = await next;
  await expect(page.getByText('The kiosk page')).toBeVisible();
  await expect.poll(() => kiosk.app.windows().length).toBe(1);
  expect(readLog(dataDir)).toContain('"rebuilds":1');
  expect(readLog(dataDir)).not.toContain('"reason":"silent"');
});

test('rebuilds the window when the page has missed three heartbeats', async ({ kiosk, dataDir }) => {
  const next = kiosk.nextPage();
  // A page that hangs: its event loop turns no more.
  await kiosk.page.evaluate(() =>
    setTimeout(() => {
      for (;;);
    }),
  );
  const page = await next;
  await expect(page.getByText('The kiosk page')).toBeVisible();
  expect(readLog(dataDir)).toContain('"reason":"silent"');
});
