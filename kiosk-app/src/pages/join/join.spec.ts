import { expect, type Page, test } from '@playwright/test';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cutWords } from '../../renderer/testing/cut-words.ts';
import { isTooWide, listenForComplaints, violations } from '../testing/complaints.ts';
import { servePage } from '../testing/serve-page.ts';
import { lv } from './messages/lv.ts';
import { aView } from './testing/builders.ts';

const screens = { wide: { width: 1440, height: 900 }, telephone: { width: 390, height: 844 } } as const;
/** One in each alphabet is read by axe; what words do to a layout is looked at in all. */
const readByAxe: readonly string[] = ['lv', 'uk'];

/** What is shown, and what is pressed to come to it. */
const scenes: Readonly<Record<string, readonly string[]>> = {
  'no-code': [],
  'not-valid': [],
  unreachable: [],
  door: [],
  'door-without-devices': [],
  'door-no-node': [],
  call: [],
  'call-alone': [],
  'call-chat': [lv['call.chat.unread'].replace('{count}', '3')],
  'call-held': [],
  'call-shown': [],
  'call-reconnecting': [],
  'call-away': [],
  left: [],
  ended: [],
  withdrawn: [],
  expired: [],
  'handed-over': [],
  elsewhere: [],
};

test.use({ contextOptions: { reducedMotion: 'reduce' }, locale: 'lv', permissions: ['camera', 'microphone'] });

let served: Awaited<ReturnType<typeof servePage>>;
test.beforeAll(async () => {
  served = await servePage('join', 'testing/preview.html');
});
test.afterAll(() => served.close());

for (const [scene, presses] of Object.entries(scenes)) {
  test(`${scene} is accessible and whole in every language, at a desk and on a telephone`, async ({ page }) => {
    test.setTimeout(120_000);
    const complaints = listenForComplaints(page);
    await page.goto(`${served.url}testing/preview.html?scene=${scene}`);
    await page.locator('h1').waitFor();
    for (const name of presses) await page.getByRole('button', { name }).click();
    await page.evaluate(() => document.fonts.ready);
    for (const language of languages) {
      await page.evaluate((chosen) => location.replace(`#${chosen}`), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const [screen, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        const where = `${scene} ${screen} ${language}`;
        expect.soft(await cutWords(page), where).toEqual([]);
        expect.soft(await isTooWide(page), `${where} is too wide`).toBe(false);
        if (readByAxe.includes(language)) expect.soft(await violations(page), where).toEqual([]);
      }
    }
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
}

/** The page as it is delivered, with a server that knows one code. */
async function openLink(page: Page, link: string): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
    if (request.url().endsWith(peopleRoutes.openInvitation.path) && request.postData()?.includes('GOOD-CODE')) {
      return route.fulfill({ json: { token: 'token', view: aView() } });
    }
    const problem = toProblem(new ProblemError('invitation-not-valid'));
    return route.fulfill({ status: problem.status, json: problem, contentType: 'application/problem+json' });
  });
  await page.goto(`${served.url}${link}`);
  return asked;
}

test('the code leaves the address bar at once, and a reload comes back', async ({ page }) => {
  const asked = await openLink(page, '#GOOD-CODE');
  await page.getByRole('button', { name: lv['door.enter'] }).waitFor();
  expect(page.url()).toBe(served.url);
  await page.reload();
  await page.getByRole('button', { name: lv['door.enter'] }).waitFor();
  expect(asked.filter((line) => line.includes('GOOD-CODE'))).toHaveLength(2);
  expect(asked.every((line) => !line.split(' ')[1]?.includes('GOOD'))).toBe(true);
});

test('a code that is not good says what to do, and is not asked again', async ({ page }) => {
  const asked = await openLink(page, '#WRONG');
  await expect(page.getByRole('heading')).toHaveText(lv['not-valid.title']);
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText(lv['no-code.title']);
  expect(asked).toHaveLength(1);
});

test('frames of both are decoded and marked, equally large', async ({ page }) => {
  await page.setViewportSize(screens.wide);
  await page.goto(`${served.url}testing/preview.html?scene=call`);
  const pictures = page.getByTestId('remote-video');
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) await expect(picture).toHaveAttribute('data-first-frame-at', /^\d/);
  const [citizen, specialist] = await Promise.all((await pictures.all()).map((picture) => picture.boundingBox()));
  expect(citizen?.width).toBeGreaterThan(500);
  expect(specialist?.width).toBeCloseTo(citizen?.width ?? 0, 0);
  expect(specialist?.height).toBeCloseTo(citizen?.height ?? 0, 0);
});

test('everything in the call is done by the keyboard alone', async ({ page }) => {
  await page.goto(`${served.url}testing/preview.html?scene=call`);
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let steps = 0; steps < 20; steps += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await page.getByTestId('remote-video').first().waitFor();
  await press(lv['call.microphone.on']);
  await expect(page.getByRole('button', { name: lv['call.microphone.off'] })).toBeFocused();
  await press(lv['call.hand.raise']);
  await expect(page.getByRole('button', { name: lv['call.hand.lower'] })).toBeFocused();
  await press(lv['call.chat']);
  const field = page.getByRole('textbox', { name: lv['chat.text'] });
  await expect(field).toBeFocused();
  await page.keyboard.type('Labdien');
  await expect(field).toHaveValue('Labdien');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText('Labdien')).toBeVisible();
  await press(lv['call.leave']);
  await expect(page.getByRole('heading')).toHaveText(lv['left.title']);
});
