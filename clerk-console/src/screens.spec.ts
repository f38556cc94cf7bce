import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { build, type PreviewServer, preview } from 'vite';
import type { Scene } from './testing/scene.ts';
import { scenes } from './testing/scenes.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const;

let server: PreviewServer;
let folder: string;

/** What axe reads is made alike in every language: one in each alphabet. What words do to a layout is looked at in all. */
const readByAxe: readonly string[] = ['lv', 'uk'];

// Minutes on a machine that does something else besides.
test.setTimeout(240_000);
// Without motion: a colour that is still on its way to another has no contrast to measure.
test.use({ permissions: ['camera', 'microphone'], contextOptions: { reducedMotion: 'reduce' } });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-screens-'));
  const root = join(import.meta.dirname, '..');
  const input = join(import.meta.dirname, 'testing/preview.html');
  await build({ root, logLevel: 'error', build: { outDir: folder, rolldownOptions: { input } } });
  server = await preview({ root, logLevel: 'error', build: { outDir: folder }, preview: { port: 0 } });
});

test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function open(page: Page, scene: string, steps: Scene['steps'] = []): Promise<void> {
  await page.goto(`${server.resolvedUrls?.local[0]}src/testing/preview.html?scene=${scene}`);
  await page.locator('main').first().waitFor();
  for (const step of steps) {
    if (typeof step === 'string') await page.locator(step).first().click();
    else await page.locator(step[0]).first().fill(step[1]);
  }
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Elements whose words do not fit into them and are hidden by it, and a page wider than its window. */
function findCutText(): string[] {
  const hides = (element: Element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  const words = [...document.body.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
  const cut = words.flatMap((element) => {
    if (element.closest('.visually-hidden, [inert], [data-inert]')) return [];
    const box = element.getBoundingClientRect();
    if (box.width === 0) return [];
    const own = element.scrollWidth > element.clientWidth + 1 && hides(element);
    for (let around = element.parentElement; around; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      const isOutside = box.right > edge.right + 1 || box.left < edge.left - 1;
      if (isOutside && hides(around)) return [`${element.textContent} (hidden by ${around.className})`];
    }
    const isBeyondWindow = box.right > innerWidth + 1 && !element.closest('[class*=table], [class*=section]');
    return own || isBeyondWindow ? [element.textContent ?? ''] : [];
  });
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? [...cut, 'The page scrolls sideways'] : cut;
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // react-aria says of a button that it is busy, also for a moment after the button is gone.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const softly = expect.configure({ soft: true, timeout: 5_000 });

for (const [scene, { path, steps }] of Object.entries<Scene>(scenes)) {
  test(`${scene} (${path}) is accessible and whole in every language and size`, async ({ page }) => {
    await open(page, scene, steps);
    for (const language of languages) {
      await page.setViewportSize(sizes[0]);
      await page.evaluate((chosen) => location.replace(`#${chosen}`), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      if (readByAxe.includes(language)) expect.soft(await findViolations(page), `axe, ${language}`).toEqual([]);
      for (const size of sizes) {
        await page.setViewportSize(size);
        // What floats above the page finds its new place a moment after the page has its new size.
        const message = `cut text, ${language}, ${size.width}`;
        await softly.poll(() => page.evaluate(findCutText), { message }).toEqual([]);
      }
    }
  });
}
