import { randomUUID } from 'node:crypto';
import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { messages } from '../../clerk-console/src/messages/messages.ts';
import { settingsFor } from '../../scheduler-api/src/testing/directory-scene.ts';
import { startSlapd } from '../../scheduler-api/src/testing/slapd.ts';
import { ConsoleSide } from '../rehearsal/sides/console-side.ts';
import { createStaffClient } from '../rehearsal/venue/staff-client.ts';
import { accountOf } from './support/administration.ts';
import { test as base, expect } from './support/fixtures.ts';

const { lv } = messages;

const test = base.extend<{ console: ConsoleSide }>({
  console: async ({ system }, use) => {
    const side = await ConsoleSide.open({ url: system.url, headed: false });
    await use(side);
    await side.browser.close();
  },
});

const places = ({ page }: ConsoleSide) => page.getByRole('navigation', { name: lv['place.label'] });

test('somebody of the municipality signs in at its provider, and is where their work is', async ({
  console: side,
  provider,
}) => {
  await side.typeLogin('baiba@kuldiga.example.lv');
  await side.page.waitForURL((url) => url.href.startsWith(provider.issuer));
  await side.page.getByRole('button', { name: /Baiba Ozoliņkalne/ }).click();
  await expect(places(side).getByRole('link', { name: lv['place.contact-point'] })).toBeVisible();
  expect(new URL(side.page.url()).search).toBe('');
});

test('whoever the provider knows and nobody here does is told so, and whom to ask', async ({
  console: side,
  provider,
}) => {
  await side.typeLogin('gundega@vid.example.lv');
  await side.page.waitForURL((url) => url.href.startsWith(provider.issuer));
  await side.page.getByRole('button', { name: /Gundega Šteinbriede/ }).click();
  await expect(side.page.getByText(lv['sign-in.not-registered'])).toBeVisible();
  await expect(places(side)).toHaveCount(0);
});

test('somebody new of a directory signs in with the password from there, and holds what their group gives', async ({
  console: side,
  system,
}) => {
  const slapd = await startSlapd();
  try {
    await slapd.addPeople({
      uid: 'zane',
      name: 'Zane Ķirsone',
      password: 'sniega pārsla 26',
      email: 'zane@muiza.example.lv',
    });
    await slapd.setGroup('centrs', 'zane');
    const administrator = await createStaffClient(system.url, accountOf(system.demo, 'admin'));
    await administrator.call(identityAdministrationRoutes.createDirectory, {
      body: settingsFor(slapd, {
        name: 'Muižas katalogs',
        domains: ['muiza.example.lv'],
        groups: [{ group: slapd.groupDn('centrs'), roleId: 'clerk' }],
      }),
      idempotencyKey: randomUUID(),
    });

    await side.typeLogin('zane@muiza.example.lv');
    await side.givePassword('wrong');
    await expect(side.page.getByText(lv['sign-in.wrong'])).toBeVisible();
    await side.givePassword('sniega pārsla 26');
    await expect(places(side)).toBeVisible();
    const { account } = await side.page
      .evaluate(async (path) => (await fetch(path)).json(), routes.currentSession.path)
      .then((read) => routes.currentSession.reply.parse(read));
    expect(account).toMatchObject({ name: 'Zane Ķirsone', permissions: expect.arrayContaining(['queue.serve']) });
  } finally {
    await slapd.stop();
  }
});
