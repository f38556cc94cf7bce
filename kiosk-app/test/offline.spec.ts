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

test('the offline page fits the screen and learns nothing of the kiosk', async ({ server, launch }) => {
  await server.stop();
  const { page } = await launch();
  await expect(page.getByText('There is no connection')).toBeVisible();
  expect(await page.evaluate(() => document.body.scrollHeight <= window.innerHeight)).toBe(true);
  const answer = await page.evaluate(() =>
    window.kioskBridge?.identity().then(
      () => 'told',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});

test('lets staff out of the offline page with the PIN', async ({ server, launch }) => {
  await server.stop();
  const { app, page } = await launch({ env: { KIOSK_EXIT_PIN: '2580' } });
  await page.getByText('For staff').click();
  const type = async (pin: string) => {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'OK' }).click();
  };
  await type('1111');
  await expect(page.getByText('Wrong PIN')).toBeVisible();
  const closed = app.waitForEvent('close');
  await type('2580').catch(() => undefined);
  await closed;
});
