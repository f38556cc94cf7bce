import { expect, type Page, test } from '@playwright/test';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cutWords } from '../../renderer/testing/cut-words.ts';
import { isTooWide, listenForComplaints, violations } from '../testing/complaints.ts';
import { displayOf } from '../testing/sample-display.ts';
import { servePage } from '../testing/serve-page.ts';
import { lv } from './messages/lv.ts';

const walls = { wide: { width: 1920, height: 1080 }, upright: { width: 1080, height: 1920 } } as const;
const token = 'QfZ0aY3xR9-b_K2mLw8sTd';

test.use({ viewport: walls.wide, contextOptions: { reducedMotion: 'reduce' }, locale: 'lv' });

let served: Awaited<ReturnType<typeof servePage>>;
test.beforeAll(async () => {
  served = await servePage('display');
});
test.afterAll(() => served.close());

/** Shows what `answer` gives each time it is asked. @returns the addresses that were asked for */
async function open(page: Page, answer: () => DisplayView): Promise<string[]> {
  const asked: string[] = [];
  await page.clock.install({ time: new Date('2026-11-23T08:30:10Z') });
  await page.route('**/api/v1/**', async (route) => {
    asked.push(route.request().url());
    try {
      await route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer()) });
    } catch (error) {
      const problem = toProblem(error);
      await route.fulfill({
        status: problem.status,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      });
    }
  });
  await page.goto(`${served.url}#${token}`);
  return asked;
}

async function lookAtEverything(page: Page, name: string): Promise<void> {
  for (const language of languages) {
    await page.getByRole('button', { name: new RegExp(`^${language.toUpperCase()} `) }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const [wall, viewport] of Object.entries(walls)) {
      await page.setViewportSize(viewport);
      expect(await cutWords(page), `${name} ${wall} ${language}`).toEqual([]);
      expect(await isTooWide(page), `${name} ${wall} ${language} is too wide`).toBe(false);
    }
    expect(await violations(page), `${name} ${language}`).toEqual([]);
  }
}

test('everyone in the room can read it, busy, empty, away and with a wrong link', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = listenForComplaints(page);
  let answer = () => displayOf();
  await open(page, () => answer());
  await page.getByText('V012').waitFor();
  await lookAtEverything(page, 'busy');
  answer = () => displayOf({ called: [], next: [], waiting: 0 });
  await page.clock.fastForward(3_000);
  await expect(page.getByText('V012')).toBeHidden();
  await lookAtEverything(page, 'empty');
  answer = () => displayOf();
  await page.clock.fastForward(3_000);
  await page.getByText('V012').waitFor();
  answer = () => {
    throw new ProblemError('unavailable');
  };
  await page.clock.fastForward(3_000);
  await page.getByText(/10:30/).nth(1).waitFor();
  await lookAtEverything(page, 'away');
  answer = () => {
    throw new ProblemError('not-found');
  };
  await page.clock.fastForward(30_000);
  await expect(page.getByText('V012')).toBeHidden();
  await lookAtEverything(page, 'wrong link');
  expect(complaints.filter((text) => !/50[03]|404/.test(text))).toEqual([]);
});

test('the token is in no address that is asked for', async ({ page }) => {
  const asked = await open(page, () => displayOf());
  await page.getByText('V012').waitFor();
  expect(asked.join()).not.toContain(token);
});

test('a new call is large, sounds once it may, and hides the controls', async ({ page }) => {
  let answer = displayOf();
  await open(page, () => answer);
  await page.getByRole('button', { name: lv['sound.allow'] }).click();
  await page.mouse.move(600, 400);
  const [latest] = answer.called;
  if (!latest) throw new Error('The sample has no calls');
  answer = { ...answer, called: [{ ...latest, number: 'V013' }, ...answer.called] };
  await page.clock.fastForward(3_000);
  const number = page.getByRole('region', { name: lv['called.title'] }).getByText('V013');
  await number.waitFor();
  // Read from six metres: a tenth of the wall's height at least.
  expect((await number.boundingBox())?.height).toBeGreaterThan(200);
  await page.getByRole('button', { name: /^LV / }).evaluate((button) => button instanceof HTMLElement && button.blur());
  await page.clock.fastForward(16_000);
  await expect(page.getByRole('button', { name: /^LV / })).toBeHidden();
});
