import { expect, readLog, test } from './fixtures.ts';

test("leaves nothing of a citizen's session behind", async ({ kiosk, dataDir }) => {
  await kiosk.page.evaluate(async () => {
    localStorage.setItem('name', 'Anna');
    sessionStorage.setItem('name', 'Anna');
    await cookieStore.set('name', 'Anna');
    await caches.open('Anna');
    await new Promise((resolve) => {
      indexedDB.open('Anna').onsuccess = resolve;
    });
    await window.kioskBridge?.enrolled({ kioskId: 'kuldiga-1' });
  });
  const [page] = await Promise.all([
    kiosk.nextPage(),
    kiosk.page.evaluate(() => window.kioskBridge?.wipe()).catch(() => undefined),
  ]);

  expect(kiosk.page.isClosed()).toBe(true);
  const left = await page.evaluate(async () => ({
    stored: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    identity: await window.kioskBridge?.identity(),
  }));
  expect(left).toMatchObject({ stored: 0, cookies: '', caches: [], databases: [], identity: { kioskId: 'kuldiga-1' } });
  expect(readLog(dataDir)).toContain('session wiped');
  expect(readLog(dataDir)).not.toContain('Anna');
});

test('is ready for the next citizen each time', async ({ kiosk }) => {
  let page = kiosk.page;
  for (let citizen = 0; citizen < 3; citizen += 1) {
    await page.evaluate(() => localStorage.setItem('name', 'Anna'));
    const next = kiosk.nextPage();
    await page.evaluate(() => window.kioskBridge?.wipe()).catch(() => undefined);
    page = await next;
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }
  await expect.poll(() => kiosk.app.windows().length).toBe(1);
});
