import type { Page } from '@playwright/test';

/**
 * Remembers when the next click or key press reaches the page, in milliseconds since 1970: what a person does counts from
 * there, not from when the rehearsal decided to do it.
 */
export async function rememberNextTouch(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.rehearsalTouchAt;
    for (const type of ['click', 'keydown']) {
      const heard = ({ timeStamp }: Event) => {
        document.documentElement.dataset.rehearsalTouchAt ??= String(performance.timeOrigin + timeStamp);
      };
      window.addEventListener(type, heard, { capture: true, once: true });
    }
  });
}

export async function touchedAt(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset.rehearsalTouchAt));
}
