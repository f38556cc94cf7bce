import type { Browser, LaunchOptions } from '@playwright/test';
import { type Actor, fakeMediaSwitches } from '../media/actors.ts';

/** A browser with an actor before its camera. @param switches further ones for Chromium */
export function chromiumOptions(actor: Actor, headed: boolean, switches: readonly string[] = []): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    headless: !headed,
    // Whoever opened it closes it, after what it still has to do, and not the moment that someone presses Ctrl-C.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      ...fakeMediaSwitches(actor),
      ...switches,
    ],
  };
}

/** The whole browser is gone at once: no page is told, nothing is said goodbye to. */
export async function crash(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crash').catch(() => undefined);
}
