import type { Page } from '@playwright/test';

/**
 * Words that are cut off, pushed out of sight or spill out of their button, one line each. What can be reached by
 * scrolling down is no fault.
 */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 3;
    const faults = new Set<string>();
    const hidden = '.visually-hidden, video, svg, [aria-hidden="true"]';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const words = text.textContent?.trim() ?? '';
      if (words === '' || text.parentElement?.closest(hidden)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        let canScroll = false;
        for (let around = text.parentElement; around && around !== document.body; around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          const box = around.getBoundingClientRect();
          const holds = around.tagName === 'BUTTON' || overflowX !== 'visible';
          if (holds && (left < box.left - slack || right > box.right + slack)) faults.add(`"${words}" is cut sideways`);
          const ends = around.tagName === 'BUTTON' || (overflowY !== 'visible' && overflowY !== 'auto');
          if (ends && !canScroll && (top < box.top - slack || bottom > box.bottom + slack)) {
            faults.add(`"${words}" is cut above or below`);
          }
          canScroll ||= overflowY === 'auto';
        }
      }
    }
    return [...faults];
  });
}
