import { randomUUID } from 'node:crypto';
import { type Browser, chromium, type Page } from '@playwright/test';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { lv as atConsole } from '../../clerk-console/src/messages/call/lv.ts';
import { lv as atJoin } from '../../kiosk-app/src/pages/join/messages/lv.ts';
import { specialist as actor } from '../rehearsal/media/actors.ts';
import { chromiumOptions } from '../rehearsal/sides/browsers.ts';
import { measureReceived } from '../rehearsal/sides/received-media.ts';
import { createStaffClient } from '../rehearsal/venue/staff-client.ts';
import { accountOf } from './support/administration.ts';
import { bothSee, startCall } from './support/call.ts';
import { eventually } from './support/eventually.ts';
import { expect, test } from './support/fixtures.ts';

const patienceMs = 20_000;

let browser: Browser | undefined;
test.afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

/** Whoever was invited opens the link and comes in. */
async function comeIn(url: string, code: string): Promise<Page> {
  browser = await chromium.launch(chromiumOptions(actor, false));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'lv-LV' });
  await page.goto(`${url}/join/#${code}`);
  await page.getByRole('button', { name: atJoin['door.enter'], exact: true }).click();
  return page;
}

/** How many pictures of others have frames, as they come. */
const seen = (page: Page) => page.locator('video[data-shown="true"][data-first-frame-at]');
/** Frames of the citizen that this page has been shown so far. */
const framesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('video')].map((video) => video.getVideoPlaybackQuality().totalVideoFrames),
  );

test('an interpreter comes in by a link, is seen by both, writes, and is alone with the specialist on hold', async ({
  system,
  kiosk,
  atWork,
}) => {
  const ilze = await atWork('ilze');
  await startCall(kiosk, ilze, 'VSAA');
  const staff = await createStaffClient(system.url, accountOf(system.demo, 'ilze'));
  const { current } = await staff.call(routes.readDesk);
  if (!current) throw new Error('The desk has no consultation');
  const params = { consultationId: current.id };
  const { code } = await staff.call(routes.invite, {
    params,
    body: { role: 'interpreter', name: 'Oksana Ziediņa', language: 'uk' },
    idempotencyKey: randomUUID(),
  });
  const interpreter = await comeIn(system.url, code ?? '');

  // Both main ends at the interpreter's, and the interpreter at both of theirs.
  await expect(seen(interpreter)).toHaveCount(2, { timeout: patienceMs });
  await expect(kiosk.page.getByText('Oksana Ziediņa').first()).toBeVisible();
  await expect(ilze.page.getByText('Oksana Ziediņa').first()).toBeVisible();

  await kiosk.page.getByRole('button', { name: kiosk.say('chat.open'), exact: true }).click();
  await staff.call(routes.writeChat, { params, body: { text: 'Labdien, Oksana!' }, idempotencyKey: randomUUID() });
  await expect(kiosk.page.getByText('Labdien, Oksana!')).toBeVisible();
  await interpreter.getByRole('button', { name: atJoin['call.chat'] }).click();
  await expect(interpreter.getByText('Labdien, Oksana!')).toBeVisible();

  await ilze.page.getByRole('button', { name: atConsole['call.hold'] }).click();
  await expect(interpreter.getByText(atJoin['call.held'])).toBeVisible();
  await expect(kiosk.page.getByText(kiosk.say('hold.title'))).toBeVisible();
  await staff.call(routes.holdConsultation, { params, body: { held: false } });
  await expect(kiosk.page.getByText(kiosk.say('hold.title'))).toBeHidden();
  const before = await framesOf(kiosk.page);
  await expect
    .poll(async () => Math.max(...(await framesOf(kiosk.page))), { timeout: patienceMs })
    .toBeGreaterThan(Math.max(...before) + 10);

  await interpreter.getByRole('button', { name: atJoin['call.leave'], exact: true }).click();
  await expect(ilze.page.getByText('Oksana Ziediņa').first()).toBeHidden({ timeout: patienceMs });
  await ilze.end();
  await kiosk.shows('rating');
  const { participants, timeline, chat } = await staff.call(routes.readServiceCase, {
    params: { caseId: current.caseId },
  });
  expect(participants.map(({ role }) => role)).toContain('interpreter');
  expect(timeline.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['invited', 'joined', 'held', 'resumed', 'guest-left', 'ended']),
  );
  expect(chat.map(({ text }) => text)).toEqual(['Labdien, Oksana!']);
});

test('a call is handed over to a colleague who is in it, with its case', async ({ system, kiosk, atWork }) => {
  const ilze = await atWork('ilze');
  const juris = await atWork('juris');
  await startCall(kiosk, ilze, 'VSAA');
  const [hers, his] = await Promise.all(
    ['ilze', 'juris'].map((name) => createStaffClient(system.url, accountOf(system.demo, name))),
  );
  const { current } = (await hers?.call(routes.readDesk)) ?? {};
  if (!hers || !his || !current) throw new Error('The desk has no consultation');
  const params = { consultationId: current.id };
  const { people } = await hers.call(routes.listOnDuty, { params });
  const colleague = people.find(({ name }) => name.startsWith('Juris'));
  if (!colleague) throw new Error('Juris is not on the duty roster');
  const { invitation } = await hers.call(routes.invite, {
    params,
    body: { role: 'colleague', name: colleague.name, accountId: colleague.accountId },
    idempotencyKey: randomUUID(),
  });
  await expect(juris.page.getByText('Ilze Bērziņkalne').first()).toBeVisible();
  const { code } = await his.call(routes.answerInvitation, {
    params: { invitationId: invitation.id },
    body: { coming: true },
  });
  const page = await comeIn(system.url, code ?? '');
  await expect(seen(page)).toHaveCount(2, { timeout: patienceMs });

  await hers.call(routes.handOver, { params, body: { invitationId: invitation.id } });
  await bothSee(kiosk, juris, 0);
  const [there, here] = await Promise.all([measureReceived(kiosk.page, 3), measureReceived(juris.page, 3)]);
  expect(there).toMatchObject({ seen: 'specialist', pictureMoves: true });
  expect(here).toMatchObject({ seen: 'citizen', heard: 'citizen', pictureMoves: true });
  const desk = await his.call(routes.readDesk);
  expect(desk.current).toMatchObject({ id: current.id, caseId: current.caseId, state: 'live' });
  expect((await hers.call(routes.readDesk)).current).toBeNull();

  await juris.end();
  await kiosk.shows('rating');
  const read = () => his.call(routes.readServiceCase, { params: { caseId: current.caseId } });
  const { seen: ended } = await eventually('the end', read, ({ state }) => state !== 'live', patienceMs);
  expect(ended.timeline.map(({ step }) => step)).toContain('handed-over');
});
