import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { messages } from '../messages/messages.ts';
import { cutWords } from './testing/cut-words.ts';
import { scenes } from './testing/scenes.ts';
import { serveScenes } from './testing/serve-scenes.ts';

const orientations = {
  upright: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
} as const;
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Without motion: a colour that is still on its way to another has no contrast to measure.
test.use({ viewport: orientations.upright, contextOptions: { reducedMotion: 'reduce' } });

let served: Awaited<ReturnType<typeof serveScenes>>;
test.beforeAll(async () => {
  served = await serveScenes();
});
test.afterAll(() => served.close());

/** What the browser complained of: the content security policy, a script that failed. */
const complaints: string[] = [];
test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
test.afterEach(() => expect(complaints).toEqual([]));

async function open(page: Page, scene: string, more = ''): Promise<void> {
  await page.goto(`${served.url}?scene=${scene}${more}`);
  await page.locator('main[data-screen]:not([data-screen="starting"])').waitFor();
}

const bar = (page: Page, name: string) => page.locator('header').getByRole('button', { name, exact: true });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Scenes in which a dialog lies over the bar: languages are not changed there. */
const asking = Object.keys(scenes).filter((scene) => scene.startsWith('call-consent'));

for (const scene of asking) {
  test(`${scene}: anyone can answer it, and no word is cut off in any language`, async ({ page }) => {
    for (const size of Object.values(orientations)) {
      await page.setViewportSize(size);
      for (const language of languages) {
        await open(page, scene, `&language=${language}`);
        await expect(page.getByRole('alertdialog')).toBeVisible();
        expect(await cutWords(page), language).toEqual([]);
      }
    }
    expect(await violations(page)).toEqual([]);
  });
}

for (const scene of Object.keys(scenes).filter((one) => !asking.includes(one))) {
  test(`${scene}: anyone can use it, and no word is cut off in any language`, async ({ page }) => {
    await open(page, scene);
    expect(await violations(page)).toEqual([]);
    for (const [orientation, size] of Object.entries(orientations)) {
      await page.setViewportSize(size);
      for (const language of languages) {
        await page.locator('header').getByRole('radio', { name: language.toUpperCase() }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect(await cutWords(page), `${orientation} ${language}`).toEqual([]);
      }
    }
    await bar(page, messages.uk['bar.contrast']).click();
    await bar(page, messages.uk['bar.textSize']).click();
    await bar(page, messages.uk['bar.textSize']).click();
    expect(await cutWords(page), 'largest text').toEqual([]);
    await bar(page, messages.uk['bar.reach']).click();
    expect(await cutWords(page), 'largest text, reach mode').toEqual([]);
    await page.setViewportSize(orientations.upright);
    expect(await cutWords(page), 'largest text, reach mode, upright').toEqual([]);
  });
}

test('every theme has contrast enough', async ({ page }) => {
  await open(page, 'service');
  await bar(page, messages.lv['bar.contrast']).click();
  expect(await violations(page)).toEqual([]);
});

test('without camera and microphone there are calm ways on', async ({ page }) => {
  await open(page, 'device-check', '&devices=none');
  await expect(page.getByText(messages.lv['devices.neither'])).toBeVisible();
  await page.getByRole('button', { name: messages.lv['staff.call'] }).click();
  await expect(bar(page, messages.lv['bar.helpCalled'])).toBeVisible();
  await page.getByRole('button', { name: messages.lv['devices.askAnyway'] }).click();
  await expect(page.locator('main[data-screen="waiting"]')).toBeVisible();
});

test('a citizen goes from rest to goodbye by touch, and nothing stays', async ({ page }) => {
  const main = page.locator('main');
  const screen = (name: string) => expect(page.locator(`main[data-screen="${name}"]`)).toBeVisible();
  await open(page, 'journey');
  await main.getByRole('button').click();
  await screen('language');
  await main.getByRole('button', { name: 'English' }).click();
  await screen('purpose');
  await main.getByRole('button', { name: messages.en['purpose.talk'] }).click();
  await screen('service');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('searchbox').click();
  for (const key of 'tax') await page.getByRole('button', { name: key, exact: true }).click();
  await main.getByRole('button', { name: /Annual income declaration/ }).click();
  await screen('ways');
  await main.getByRole('button', { name: messages.en['ways.wait'] }).click();
  await screen('meeting');
  // Nobody who serves it speaks English.
  await expect(page.getByText(messages.en['meeting.otherLanguage'])).toBeVisible();
  await page.getByRole('button', { name: messages.en.continue }).click();
  await screen('device-check');
  await page.getByRole('button', { name: messages.en['devices.ask'] }).click();
  await screen('waiting');
  await screen('call');
  await expect(page.locator('video[data-first-frame-at]')).toBeVisible();
  await page.getByRole('button', { name: messages.en['call.muteMicrophone'] }).click();
  await expect(page.getByRole('button', { name: messages.en['call.unmuteMicrophone'] })).toBeVisible();
  await page.getByRole('button', { name: messages.en['call.end'] }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: messages.en['end.go'] }).click();
  await screen('rating');
  await page.getByText('Good', { exact: true }).click();
  await screen('goodbye');
  await expect(page.getByText(messages.en['goodbye.removed'])).toBeVisible();
  await page.getByRole('button', { name: messages.en['goodbye.finish'] }).click();
  await screen('rest');
});

const onScreen = (page: Page, name: string) => expect(page.locator(`main[data-screen="${name}"]`)).toBeVisible();
const press = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).click();
const type = async (page: Page, keys: string) => {
  const pad = page.getByRole('group', { name: messages.lv['keyboard.label'] });
  for (const key of keys) {
    const name = key === ' ' ? messages.lv['keyboard.space'] : key;
    await pad.getByRole('button', { name, exact: true }).click();
  }
};

test('instead of waiting long a citizen books by touch, loses a race for a time, and loses nothing else', async ({
  page,
}) => {
  await open(page, 'booking-journey');
  await press(page, messages.lv['ways.book']);
  await onScreen(page, 'book-day');
  await press(page, messages.lv['day.more']);
  await page.locator('main li').first().getByRole('button').click();
  await onScreen(page, 'book-time');
  await press(page, '09.30');
  await expect(page.getByText(messages.lv['time.taken'])).toBeVisible();
  await press(page, /plkst. 10.30$/);
  await onScreen(page, 'book-name');
  await press(page, messages.lv.continue);
  await expect(page.getByText(messages.lv['name.missing'])).toBeVisible();
  await type(page, 'Žanete Ķirse');
  await press(page, messages.lv.continue);
  await onScreen(page, 'book-contact');
  await press(page, messages.lv.back);
  await expect(page.getByLabel(messages.lv['name.label'])).toHaveValue('Žanete Ķirse');
  await press(page, messages.lv.continue);
  await page.getByLabel(messages.lv['contact.email']).click();
  await type(page, 'zanete@piemers');
  await press(page, messages.lv['contact.submit']);
  await expect(page.getByText(messages.lv['contact.emailWrong'])).toBeVisible();
  await type(page, '.lv');
  await press(page, messages.lv['contact.submit']);
  await onScreen(page, 'booked');
  await expect(page.getByText('K7M-2QX-9DA')).toBeVisible();
  await expect(page.getByText('zanete@piemers.lv')).toBeVisible();
  await press(page, messages.lv['goodbye.finish']);
  await onScreen(page, 'rest');
  await expect(page.getByText('anete')).toHaveCount(0);
});

test('a booking without an address says of none that anything was sent there', async ({ page }) => {
  await open(page, 'book-name');
  await type(page, 'Jānis');
  await press(page, messages.lv.continue);
  await press(page, messages.lv['contact.submit']);
  await onScreen(page, 'booked');
  await expect(page.getByText(/Apstiprinājumu/)).toHaveCount(0);
});

test('an appointment’s code is typed by touch', async ({ page }) => {
  await open(page, 'check-in');
  await type(page, 'K7M2QX9D');
  await press(page, messages.lv.continue);
  await expect(page.getByText(messages.lv['checkIn.incomplete'])).toBeVisible();
  await type(page, 'AB');
  await expect(page.getByLabel(messages.lv['checkIn.code'])).toHaveValue('K7M-2QX-9DA');
  await press(page, messages.lv['keyboard.delete']);
  await expect(page.getByLabel(messages.lv['checkIn.code'])).toHaveValue('K7M-2QX-9D');
  await type(page, 'A');
  await press(page, messages.lv.continue);
  await onScreen(page, 'arrived');
  await press(page, messages.lv['arrived.begin']);
  await onScreen(page, 'waiting');
});

test('an appointment’s QR code is read from the camera', async ({ page }) => {
  await open(page, 'check-in');
  await press(page, messages.lv['checkIn.scan']);
  await onScreen(page, 'arrived');
});

test('without a camera the code is still to be typed', async ({ page }) => {
  await open(page, 'check-in', '&devices=none');
  await press(page, messages.lv['checkIn.scan']);
  await expect(page.getByText(messages.lv['checkIn.noCameraTodo'])).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await press(page, messages.lv['checkIn.type']);
  await expect(page.getByLabel(messages.lv['checkIn.code'])).toBeVisible();
});

test('a called number begins with one touch, or is somebody else’s', async ({ page }) => {
  await open(page, 'called');
  await press(page, messages.lv['called.me']);
  await onScreen(page, 'waiting');
  await open(page, 'called');
  await press(page, messages.lv['called.other']);
  await onScreen(page, 'rest');
});

test('a number makes room for the next citizen by itself', async ({ page }) => {
  await page.clock.install();
  await open(page, 'ticket');
  await page.clock.runFor(21_000);
  await onScreen(page, 'rest');
  await expect(page.getByText('V012')).toHaveCount(0);
});

test('changing the language keeps what was typed', async ({ page }) => {
  await open(page, 'service');
  await page.getByRole('searchbox').fill('pensija');
  await page.locator('header').getByRole('radio', { name: 'EN' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('pensija');
  await expect(page.getByRole('button', { name: /Old-age pension/ })).toBeVisible();
});

test('who has gone away is asked for, and then wiped', async ({ page }) => {
  await page.clock.install();
  await open(page, 'meeting');
  await page.clock.runFor(61_000);
  await page.getByRole('button', { name: messages.lv['idle.here'] }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.clock.runFor(61_000);
  await expect(page.getByText(messages.lv['idle.question'])).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(page.locator('main[data-screen="rest"]')).toBeVisible();
});

test('staff finds the way out by holding the mark or by keys', async ({ page }) => {
  await open(page, 'rest');
  await page.keyboard.press('Control+Shift+Q');
  const dialog = page.getByRole('dialog', { name: messages.lv['exit.title'] });
  for (const key of '1234') await dialog.getByRole('button', { name: key, exact: true }).click();
  await dialog.getByRole('button', { name: messages.lv['exit.submit'] }).click();
  await expect(dialog.getByText(/Atlikuši 2 mēģinājumi/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: messages.lv['exit.mark'] }).hover();
  await page.mouse.down();
  await expect(dialog).toBeVisible();
  await page.mouse.up();
});
