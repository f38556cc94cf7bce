import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const env = { KIOSK_EXIT_PIN: '2580' };
const tryPin = (page: Page, pin: string) => page.evaluate((given) => window.kioskBridge?.exit({ pin: given }), pin);

test('lets staff out with the right PIN', async ({ launch }) => {
  const { app, page } = await launch({ env });
  await page.waitForURL(/\/kiosk\//);
  const closed = app.waitForEvent('close');
  await tryPin(page, '2580').catch(() => undefined);
  await closed;
});

test('lets nobody out while no PIN was set', async ({ kiosk }) => {
  expect(await tryPin(kiosk.page, '0000')).toEqual({ ok: false, attemptsLeft: 0, lockedForSeconds: 0 });
});

test('is locked by five wrong PINs, also for the right one and after a restart', async ({ launch }) => {
  const first = await launch({ env });
  await first.page.waitForURL(/\/kiosk\//);
  for (const attemptsLeft of [4, 3, 2, 1]) {
    expect(await tryPin(first.page, '0000')).toEqual({ ok: false, attemptsLeft, lockedForSeconds: 0 });
  }
  const locked = { ok: false, attemptsLeft: 0, lockedForSeconds: expect.any(Number) };
  expect(await tryPin(first.page, '0000')).toEqual(locked);
  expect(await tryPin(first.page, '2580')).toEqual(locked);
  await first.app.close();

  const { page } = await launch({ env });
  await page.waitForURL(/\/kiosk\//);
  const after = await tryPin(page, '2580');
  expect(after).toEqual(locked);
  expect(after && !after.ok && after.lockedForSeconds).toBeGreaterThan(280);
});
