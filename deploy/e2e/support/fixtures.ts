import { test as base } from '@playwright/test';
import { clientsOf } from '../../dev/identity-provider/clients.ts';
import { serveIdentityProvider } from '../../dev/identity-provider/web.ts';
import { ConsoleSide } from '../../rehearsal/sides/console-side.ts';
import { startKioskBrowser } from '../../rehearsal/sides/kiosk-host.ts';
import { KioskSide } from '../../rehearsal/sides/kiosk-side.ts';
import { accountOf, openAdministration } from './administration.ts';
import { type KillableSystem, startKillableSystem } from './killable-system.ts';

type Fixtures = {
  /** Opens a kiosk of its own in an ordinary browser, enrolled and at rest. */
  openKiosk: () => Promise<KioskSide>;
  kiosk: KioskSide;
  /** The name that the contact point's staff knows the test's kiosks by. */
  kioskName: string;
  /** Someone of the staff at the console, signed in, in a browser of their own. */
  signIn: (username: string) => Promise<ConsoleSide>;
  /** A specialist who is signed in and available. */
  atWork: (username: string) => Promise<ConsoleSide>;
};
type WorkerFixtures = {
  system: KillableSystem;
  makeKiosk: (name: string) => Promise<string>;
  /** The identity provider of development, where the system looks for it. */
  provider: { issuer: string };
};

/** Slower than a person's patience means broken, in milliseconds. */
const stepWithinMs = 30_000;

/** One whole system for all specs of a worker. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // Recording every step of every page takes more of the machine than the call itself.
  trace: ['off', { scope: 'worker' }],
  system: [
    async ({ browserName: _ }, use, { project }) => {
      // Whole days of sign-ins happen here within a minute.
      const system = await startKillableSystem(`${project.outputDir}/logs`, { RATE_LIMITS: 'off' });
      await use(system);
      await system.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  provider: [
    async ({ system }, use) => {
      const served = await serveIdentityProvider(system.identityProviderPort, () => clientsOf(system.url, {}));
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  makeKiosk: [async ({ system }, use) => use(await openAdministration(system)), { scope: 'worker' }],

  kioskName: async ({ browserName: _ }, use, { title }) => use(`Kiosks: ${title}`),
  openKiosk: async ({ system, makeKiosk, kioskName }, use) => {
    const open: KioskSide[] = [];
    await use(async () => {
      const host = await startKioskBrowser({ url: system.url, headed: false });
      host.page().context().setDefaultTimeout(stepWithinMs);
      const kiosk = new KioskSide(host);
      open.push(kiosk);
      await kiosk.enrol(() => makeKiosk(kioskName));
      return kiosk;
    });
    for (const { host } of open) await host.close();
  },
  kiosk: async ({ openKiosk }, use) => use(await openKiosk()),
  signIn: async ({ system }, use) => {
    const open: ConsoleSide[] = [];
    await use(async (username) => {
      const side = await ConsoleSide.open({ url: system.url, headed: false });
      open.push(side);
      side.page.context().setDefaultTimeout(stepWithinMs);
      await side.signIn(accountOf(system.demo, username));
      return side;
    });
    for (const { browser } of open) await browser.close();
  },
  atWork: async ({ signIn }, use) =>
    use(async (username) => {
      const side = await signIn(username);
      await side.becomeAvailable();
      return side;
    }),
});

export { expect } from '@playwright/test';
