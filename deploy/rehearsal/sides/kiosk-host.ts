import { chromium, type Page } from '@playwright/test';
import { type Display, openDisplay } from '../../../kiosk-app/test/display.ts';
import { launchKiosk } from '../../../kiosk-app/test/fixtures.ts';
import { describeElectronRuntime, findElectronRuntime } from '../../dev/setup/electron-runtime.mjs';
import { citizen, fakeMediaSwitches } from '../media/actors.ts';
import { chromiumOptions, crash } from './browsers.ts';

/** What the kiosk's page runs in. */
export type KioskHost = {
  runtime: string;
  page: () => Page;
  /** Waits until the page is there for the next citizen. @param before the page of the one who has gone */
  renewed: (before: Page) => Promise<void>;
  /** The machine goes down, without a word. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
};

type Options = { url: string; dataFolder: string; headed: boolean };

/** The kiosk app on Electron or its stand-in; on a screen in memory unless `headed`. */
export async function startKioskApp({ url, dataFolder, headed }: Options): Promise<KioskHost> {
  const display: Display | undefined = headed ? undefined : await openDisplay();
  if (display) process.env.DISPLAY = display.name;
  const runtime = findElectronRuntime();
  const { app, page: first } = await launchKiosk({
    serverUrl: url,
    dataDir: dataFolder,
    extraArgs: fakeMediaSwitches(citizen).slice(1),
    // The stand-in's smaller window is touched elsewhere than where it shows.
    env: { KIOSK_WINDOWED: String(headed && runtime.kind === 'electron') },
  });
  const pages = new Set([first]);
  app.on('window', (page) => {
    pages.add(page);
    page.on('close', () => pages.delete(page));
  });
  first.on('close', () => pages.delete(first));
  const latest = () => [...pages].at(-1) ?? first;
  await latest().waitForURL(/\/kiosk\//);
  return {
    runtime: describeElectronRuntime(runtime),
    page: latest,
    // The window is another one afterwards: the one that was there may close while it is looked at.
    renewed: async (before) => {
      while (latest() === before || latest().isClosed())
        await app.waitForEvent('window', { timeout: 500 }).catch(() => undefined);
      await latest().locator('main[data-screen="rest"]').waitFor();
    },
    kill: async () => void app.process().kill('SIGKILL'),
    close: async () => {
      await app.close();
      display?.close();
    },
  };
}

type BrowserOptions = Pick<Options, 'url' | 'headed'> & { switches?: readonly string[] };

/** The kiosk's page in an ordinary browser. */
export async function startKioskBrowser({ url, headed, switches }: BrowserOptions): Promise<KioskHost> {
  const browser = await chromium.launch(chromiumOptions(citizen, headed, switches));
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.goto(`${url}/kiosk/`);
  return {
    runtime: `Chromium ${browser.version()}, as an ordinary browser`,
    page: () => page,
    renewed: () => page.locator('main[data-screen="rest"]').waitFor(),
    kill: () => crash(browser),
    close: () => browser.close(),
  };
}
