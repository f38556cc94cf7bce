import type { Page } from '@playwright/test';

/** What of the page is cut off or pushed out of sight, one line each; scrolling down is no fault, anything else is. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const faults: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || element.closest('.visually-hidden, video, [aria-hidden="true"]'))
        continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || style.display === 'inline') continue;
      if (style.position === 'absolute' && box.width <= 1) continue;
      if (box.left < -1 || box.right > window.innerWidth + 1)
        faults.push(`${name(element)} leaves the screen sideways`);
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`${name(element)} is too narrow for its words`);
      const scrolls = style.overflowY === 'auto' || style.overflowY === 'scroll';
      if (!scrolls && element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 2) {
        faults.push(`${name(element)} is too low for its words: ${element.scrollHeight} in ${element.clientHeight}`);
      }
    }
    return faults;
  });
}
