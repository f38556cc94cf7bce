import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectronRuntime } from '../../deploy/dev/setup/electron-runtime.mjs';
import { type Display, openDisplay } from './display.ts';
import { type StubServer, stubServer } from './stub-server.ts';

const APP_FOLDER = resolve(import.meta.dirname, '..');
const MAIN = join(APP_FOLDER, 'dist/main/main.cjs');

export interface KioskOptions {
  serverUrl: string;
  /** Where the kiosk keeps its settings; kept by the test, so that a second kiosk can be started on it. */
  dataDir: string;
  extraArgs?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface Kiosk {
  app: ElectronApplication;
  /** The window that was there first. */
  page: Page;
  /** Resolves to the next window that opens and has loaded `url`. */
  nextPage: (url?: string | RegExp) => Promise<Page>;
}

const FAKE_MEDIA = ['--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required'];

/** Starts the kiosk app, built, on Electron or on its stand-in, whichever is there. */
export const launchKiosk = async ({ serverUrl, dataDir, extraArgs = [], env = {} }: KioskOptions): Promise<Kiosk> => {
  if (!existsSync(MAIN)) throw new Error('The kiosk app is not built: npm run build -w kiosk-app');
  // Playwright looks for it in its own environment, not in the one that it gives to the app.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = findElectronRuntime().distPath;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const app = await _electron.launch({
    args: [APP_FOLDER, ...FAKE_MEDIA, ...extraArgs],
    env: { ...Object.fromEntries(inherited), KIOSK_SERVER_URL: serverUrl, KIOSK_DATA_DIR: dataDir, ...env },
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    nextPage: async (url = /\/kiosk\//) => {
      const next = await app.waitForEvent('window');
      await next.waitForURL(url);
      return next;
    },
  };
};

/** The log's lines so far, as the kiosk wrote them. */
export const readLog = (dataDir: string): string => readFileSync(join(dataDir, 'logs/kiosk.log'), 'utf8');

interface Fixtures {
  dataDir: string;
  server: StubServer;
  /** A kiosk that is started for the test and stopped after it. */
  kiosk: Kiosk;
  /** Starts a kiosk that is stopped after the test, unless it has stopped itself. */
  launch: (options?: Partial<KioskOptions>) => Promise<Kiosk>;
}

interface WorkerFixtures {
  display: Display;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    async ({ browserName: _ }, use) => {
      const display = await openDisplay();
      process.env.DISPLAY = display.name;
      await use(display);
      display.close();
    },
    { scope: 'worker', auto: true },
  ],
  dataDir: async ({ display: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kiosk-spec-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  server: async ({ display: _ }, use) => {
    const server = await stubServer();
    await server.start();
    await use(server);
    await server.stop();
  },
  launch: async ({ server, dataDir }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (options = {}) => {
      const kiosk = await launchKiosk({ serverUrl: server.origin, dataDir, ...options });
      running.add(kiosk.app);
      kiosk.app.on('close', () => running.delete(kiosk.app));
      return kiosk;
    });
    for (const app of running) await app.close();
  },
  kiosk: async ({ launch }, use) => {
    const kiosk = await launch();
    await kiosk.page.waitForURL(/\/kiosk\//);
    await use(kiosk);
  },
});

export { expect } from '@playwright/test';

/** Call in a test that only Electron itself can show: elsewhere it counts as not run, with the reason. */
export const needsRealElectron = (what: string): void => {
  const isReal = findElectronRuntime().kind === 'electron';
  if (!isReal && process.env.REQUIRE_REAL_ELECTRON === '1') throw new Error('Electron is required and is not here');
  test.skip(!isReal, `needs Electron itself: ${what}`);
};
