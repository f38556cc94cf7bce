import type { Page } from '@playwright/test';
import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import type { KioskSide } from '../rehearsal/sides/kiosk-side.ts';
import { bothSee, serviceOf } from './support/call.ts';
import { expect, test } from './support/fixtures.ts';

/** As far as the question who the citizen is. */
async function toQuestion(kiosk: KioskSide): Promise<void> {
  const service = serviceOf('VSAA')(await kiosk.begin('lv'));
  await kiosk.chooseLanguage();
  await kiosk.chooseService(service);
  await kiosk.shows('identity');
}

/** @returns the provider's page */
async function openProvider(kiosk: KioskSide): Promise<Page> {
  const opened = kiosk.page.context().waitForEvent('page');
  await kiosk.page
    .locator('main')
    .getByRole('button', { name: /Pieslēgties ar/ })
    .click();
  const page = await opened;
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  return page;
}

test('a citizen signs in, the specialist sees who they are, and nobody is signed in after', async ({
  kiosk,
  atWork,
  signIn,
  provider,
}) => {
  const addresses: string[] = [];
  kiosk.page.context().on('request', (request) => addresses.push(request.url()));
  const ilze = await atWork('ilze');
  await toQuestion(kiosk);
  const page = await openProvider(kiosk);
  expect(page.url()).toContain(provider.issuer);
  await page.getByRole('button', { name: /Ārija Šķērstiņa/ }).click();
  await kiosk.shows('meeting');
  await expect(kiosk.page.getByText('Ārija Šķērstiņa')).toBeVisible();
  await expect.poll(() => page.isClosed()).toBe(true);

  await kiosk.agree();
  await kiosk.devicesReady();
  await kiosk.ask();
  await ilze.ringShownAt();
  await bothSee(kiosk, ilze, await ilze.accept());
  const block = ilze.page.getByRole('region', { name: 'Iedzīvotāja identitāte' });
  await expect(block).toContainText('Ārija Šķērstiņa');
  await expect(block).toContainText('32••••-•••01');
  await block.getByRole('button', { name: 'Rādīt kodu' }).click();
  await ilze.page.getByText('Jāatrod reģistrā').click();
  const told = ilze.page.waitForResponse((response) => response.url().endsWith('/identity/personal-code'));
  await ilze.page.getByRole('button', { name: 'Rādīt', exact: true }).click();
  identityRoutes.revealPersonalCode.reply.parse(await (await told).json());
  await expect(block).toContainText('320000-00001');
  await block.getByRole('button', { name: 'Paslēpt' }).click();
  await expect(block).not.toContainText('320000-00001');

  await ilze.end();
  await kiosk.rate(5);
  await kiosk.finish();
  await expect(kiosk.page.getByText('Ārija')).toHaveCount(0);
  // The provider asks the next one who they are.
  await toQuestion(kiosk);
  await (await openProvider(kiosk)).close();
  expect(addresses.filter((address) => address.includes('32000000001') || address.includes('320000-00001'))).toEqual(
    [],
  );

  const administrator = await signIn('admin-vsaa');
  const entries = await administrator.page.evaluate(async () => {
    const response = await fetch('/api/v1/audit?limit=200');
    return response.text();
  });
  expect(entries).toContain('citizen-identity.reveal');
  expect(entries).not.toContain('32000000001');
});

test('a citizen who turns back from the provider shows a document', async ({ kiosk, atWork, provider }) => {
  expect(provider.issuer).toBeTruthy();
  await atWork('ilze');
  await toQuestion(kiosk);
  const page = await openProvider(kiosk);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(kiosk.page.getByText('Pieslēgties neizdevās')).toBeVisible();
  await kiosk.chooseDocument();
  await expect(kiosk.page.getByText('Sagatavojiet pasi vai personas apliecību')).toBeVisible();
});
