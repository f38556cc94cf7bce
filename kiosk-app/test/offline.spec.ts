import { expect, test } from './fixtures.ts';

const SENTENCES = ['Šobrīd nav savienojuma', 'There is no connection', 'Сейчас нет связи', 'Зараз немає'];

test('says in four languages that the server is away, and comes back with it', async ({ server, launch }) => {
  await server.stop();
  const { page } = await launch();
  for (const sentence of SENTENCES) await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText('ERR_CONNECTION_REFUSED')).toBeVisible();
  await server.start();
  await expect(page.getByText('The kiosk page')).toBeVisible({ timeout: 20_000 });
});

test("counts a proxy's error page as a server that is away", async ({ server, launch }) => {
  server.behave('unavailable');
  const { page } = await launch();
  await expect(page.getByText('HTTP 502')).toBeVisible();
  server.behave('well');
  await expect(page.getByText('The kiosk page')).toBeVisible({ timeout: 20_000 });
});

test('shows the offline page when the page reloads and the server is gone', async ({ server, kiosk }) => {
  await server.stop();
  await kiosk.page.evaluate(() => location.reload());
  await expect(kiosk.page.getByText('There is no connection')).toBeVisible();
  await server.start();
  await expect(kiosk.page.getByText('The kiosk page')).toBeVisible({ timeout: 20_000 });
});

test('the offline page fits the screen, without a script and without the bridge', async ({ server, launch }) => {
  await server.stop();
  const { page } = await launch();
  await expect(page.getByText('There is no connection')).toBeVisible();
  const room = await page.evaluate(() => [document.scripts.length, document.body.scrollHeight <= window.innerHeight]);
  expect(room).toEqual([0, true]);
  const answer = await page.evaluate(() =>
    window.kioskBridge?.identity().then(
      () => 'told',
      () => 'refused',
    ),
  );
  expect(answer).not.toBe('told');
});
