import type { Page } from '@playwright/test';
import { accountOf } from '../../e2e/support/administration.ts';
import { startCall } from '../../e2e/support/call.ts';
import { startKillableSystem } from '../../e2e/support/killable-system.ts';
import { ConsoleSide } from '../../rehearsal/sides/console-side.ts';
import { startKioskBrowser } from '../../rehearsal/sides/kiosk-host.ts';
import { KioskSide } from '../../rehearsal/sides/kiosk-side.ts';

const specialist = 'ilze';
const institution = 'VSAA';

export type BrowserCall = {
  apiPid: number;
  sfuPid: number;
  /** Pictures shown so far at each end. */
  frames(): Promise<{ kiosk: number; console: number }>;
  close(): Promise<void>;
};

/** A whole system, and a kiosk and a console in browsers, in a call. */
export async function startBrowserCall(logFolder: string): Promise<BrowserCall> {
  const system = await startKillableSystem(logFolder);
  const opened: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const one of opened.toReversed()) await one.close().catch(() => undefined);
    await system.close();
  };
  try {
    const host = await startKioskBrowser({ url: system.url, headed: false });
    opened.push(host);
    const kiosk = new KioskSide(host);
    await kiosk.enrol(async () => system.demo.kiosks[0]?.enrolmentCode ?? '');
    const desk = await ConsoleSide.open({ url: system.url, headed: false });
    opened.push(desk.browser);
    await desk.signIn(accountOf(system.demo, specialist));
    await desk.becomeAvailable();
    await startCall(kiosk, desk, institution);
    return {
      apiPid: system.api.pid ?? 0,
      sfuPid: system.sfu.pid ?? 0,
      frames: async () => ({ kiosk: await framesAt(kiosk.page), console: await framesAt(desk.page) }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of all that comes from elsewhere: a page's own camera is a picture too, and is shown whatever the line does. */
function framesAt(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLVideoElement>('video[data-first-frame-at]')]
      .map((video) => video.getVideoPlaybackQuality().totalVideoFrames)
      .reduce((sum, frames) => sum + frames, 0),
  );
}
