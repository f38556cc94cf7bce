import type { Page } from '@playwright/test';

/** When the first remote frame after `since` was decoded; both in milliseconds since 1970. Waits for it. */
export async function firstFrameAt(page: Page, since: number): Promise<number> {
  const found = await page.waitForFunction((after) => {
    const times = [...document.querySelectorAll<HTMLElement>('video[data-first-frame-at]')]
      .map((video) => Number(video.dataset.firstFrameAt))
      .filter((time) => time >= after);
    return times.length > 0 ? Math.min(...times) : undefined;
  }, since);
  return Number(await found.jsonValue());
}
