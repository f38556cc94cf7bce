import { expect, type Page, test } from '@playwright/test';
import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { type Language, languages } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { cutWords } from '../../renderer/testing/cut-words.ts';
import { appointmentOf } from '../../renderer/testing/samples.ts';
import { isTooWide, listenForComplaints, violations } from '../testing/complaints.ts';
import { FakeBooking } from '../testing/fake-booking.ts';
import { servePage } from '../testing/serve-page.ts';
import { stubBooking } from '../testing/stub-booking.ts';
import { en } from './messages/en.ts';
import { lv } from './messages/lv.ts';
import { ru } from './messages/ru.ts';
import { uk } from './messages/uk.ts';

const messages = { lv, en, ru, uk };
const sizes = {
  'small telephone': { width: 320, height: 640 },
  telephone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;
const code = AppointmentCode.parse('K7M2QX9DA');

test.use({ contextOptions: { reducedMotion: 'reduce' }, timezoneId: 'Europe/Riga', locale: 'lv' });

let served: Awaited<ReturnType<typeof servePage>>;
test.beforeAll(async () => {
  served = await servePage('booking');
});
test.afterAll(() => served.close());

async function open(page: Page, address = ''): Promise<FakeBooking> {
  const fake = new FakeBooking();
  fake.appointments.set(code, appointmentOf({ code, state: 'booked', citizenName: 'Anna Bērziņa' }));
  await page.clock.install({ time: new Date('2026-11-20T10:00:00Z') });
  await stubBooking(page, fake);
  await page.goto(served.url + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return fake;
}

/** Each screen, from the one before. */
const journey: Record<string, (page: Page, fake: FakeBooking) => Promise<unknown>> = {
  service: (page) => page.getByRole('button', { name: /Vecuma pensija/ }).waitFor(),
  where: async (page) => {
    await page.getByRole('button', { name: /Vecuma pensija/ }).click();
    await page.getByRole('button', { name: lv.continue }).click();
    await page.getByRole('radio', { name: /Videozvanā/ }).check();
    await page.getByRole('radio', { name: /Kuldīga/ }).check();
    await page.getByRole('checkbox').check();
  },
  'a time that is taken': async (page, fake) => {
    await page.getByRole('button', { name: lv.continue }).click();
    fake.refuse('hold', 'slot-taken', {
      alternatives: [Instant.parse('2026-11-23T09:30:00.000Z'), Instant.parse('2026-11-23T10:00:00.000Z')],
    });
    await page
      .getByRole('button', { name: /^10\.00/ })
      .first()
      .click();
    await page.getByText(lv['time.taken']).waitFor();
  },
  details: async (page) => {
    await page.getByRole('alert').getByRole('button').first().click();
    await page.getByRole('button', { name: lv['details.submit'] }).click();
    await page.getByText(lv['details.nameWrong']).waitFor();
  },
  'a hold that ran out': async (page) => {
    await page.clock.fastForward(301_000);
    await page.getByText(lv['details.expired']).waitFor();
  },
  done: async (page) => {
    await page.getByLabel(lv['details.name']).fill('Anna Bērziņa');
    await page.getByLabel(lv['details.email']).fill('anna.berzina.kuldiga@example.lv');
    await page.getByRole('button', { name: lv['details.submit'] }).click();
    await page.getByRole('img', { name: lv['done.qr'] }).waitFor();
  },
  appointment: async (page) => {
    await page.getByRole('button', { name: lv['done.manage'] }).click();
    await page.getByRole('button', { name: lv['own.cancel'] }).click();
  },
  move: async (page) => {
    await page.getByRole('button', { name: lv['own.move'] }).click();
    await page.getByText('10.00').first().waitFor();
  },
  code: async (page) => {
    await page.getByRole('link', { name: lv['app.newBooking'] }).click();
    await page.getByRole('link', { name: lv['app.haveCode'] }).click();
    await page.getByRole('button', { name: lv['code.submit'] }).click();
    await page.getByText(lv['code.wrong']).waitFor();
  },
};

const speak = async (page: Page, language: Language) => {
  await page.getByRole('button', { name: new RegExp(`^${language.toUpperCase()} `) }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

test('anyone can use every screen, and no word is cut off in any language', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = listenForComplaints(page);
  const fake = await open(page);
  for (const [name, goOn] of Object.entries(journey)) {
    await goOn(page, fake);
    for (const language of languages) {
      await speak(page, language);
      expect(await violations(page), `${name} ${language}`).toEqual([]);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        expect(await cutWords(page), `${name} ${size} ${language}`).toEqual([]);
        expect(await isTooWide(page), `${name} ${size} ${language} is too wide`).toBe(false);
      }
    }
    await speak(page, 'lv');
  }
  // A refusal that was asked for is an error to the browser.
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});

test('a booking takes no more than a keyboard, and no mouse', async ({ page }) => {
  const fake = await open(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (words: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(words)) return;
    }
    throw new Error(`"${words}" is out of the keyboard's reach`);
  };
  const radio = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const isRadio = await page.evaluate(() => document.activeElement?.matches('input[type=radio]'));
      if (!isRadio) continue;
      await page.keyboard.press('Space');
      for (let steps = 0; steps < 6; steps += 1) {
        if (await page.getByRole('radio', { name }).isChecked()) return;
        await page.keyboard.press('ArrowDown');
      }
    }
    throw new Error(`${name} is out of the keyboard's reach`);
  };
  await tabTo('Vecuma pensija');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: lv['where.question'] })).toBeFocused();
  await radio(/Videozvanā/);
  await radio(/Saldus/);
  await tabTo(lv.continue);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: lv['time.question'] })).toBeFocused();
  await tabTo('Otrdien, 24. novembrī');
  await page.keyboard.press('Enter');
  await tabTo('10.30');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: lv['details.question'] })).toBeFocused();
  for (const [label, words] of [
    [lv['details.name'], 'Anna Bērziņa'],
    [lv['details.email'], 'anna@example.lv'],
  ] as const) {
    while (!(await page.getByLabel(label).evaluate((input) => input === document.activeElement))) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(words);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: lv['done.title'] })).toBeFocused();
  expect(fake.calls.findLast(({ name }) => name === 'hold')?.input).toMatchObject({
    startsAt: '2026-11-24T08:30:00.000Z',
    contactPointId: '0190b5a0-0000-7000-8000-000000000082',
  });
});

test('the browser’s own back goes a step back, and a reload keeps the time', async ({ page }) => {
  const fake = await open(page);
  await journey.service?.(page, fake);
  await journey.where?.(page, fake);
  await page.getByRole('button', { name: lv.continue }).click();
  await page
    .getByRole('button', { name: /^10\.00/ })
    .first()
    .click();
  await page.getByLabel(lv['details.name']).fill('Anna Bērziņa');
  await page.goBack();
  await page.getByRole('heading', { name: lv['time.question'] }).waitFor();
  await page.goForward();
  await expect(page.getByLabel(lv['details.name'])).toHaveValue('Anna Bērziņa');
  await page.reload();
  await expect(page.getByRole('timer')).toContainText(/[45]:\d\d/);
  expect(fake.calls.filter(({ name }) => name === 'hold')).toHaveLength(1);
});

test.describe('in a browser that speaks Ukrainian', () => {
  test.use({ locale: 'uk-UA' });
  test('the page is Latvian, offers Ukrainian and remembers the answer', async ({ page }) => {
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Так, українською' }).click();
    await expect(page.getByRole('heading', { level: 1, name: messages.uk['service.question'] })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
    await expect(page.getByRole('button', { name: 'Так, українською' })).toBeHidden();
  });
});

test.describe('in a browser far away', () => {
  test.use({ timezoneId: 'America/St_Johns' });
  test('times are those on the contact point’s wall', async ({ page }) => {
    const fake = await open(page);
    await journey.where?.(page, fake);
    await page.getByRole('button', { name: lv.continue }).click();
    await expect(page.getByText(lv['time.zone'])).toBeVisible();
    await expect(page.getByRole('button', { name: /^09\.00/ }).first()).toBeVisible();
  });
});
