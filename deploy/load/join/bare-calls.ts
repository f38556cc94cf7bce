import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { projectNode } from '../../dev/setup/paths.mjs';
import { firstFrameAt } from '../../rehearsal/sides/first-frame.ts';
import { rememberNextTouch, touchedAt } from '../../rehearsal/sides/touch-time.ts';

const Started = z.object({ url: z.url() });

export type BareCalls = {
  /** Holds one call. @returns from accepting to the first frame at the end where it took longer, in milliseconds */
  hold: (citizen: Browser, specialist: Browser) => Promise<number>;
  close: () => void;
};

/** Bare mediasoup in a process of its own, which goes with this one. */
export async function startBareCalls(): Promise<BareCalls> {
  const server = fork(path.join(import.meta.dirname, 'bare-server.ts'), { execPath: projectNode });
  const [message] = await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('The bare server did not start'))),
  ]);
  const { url } = Started.parse(message);
  return {
    async hold(citizen, specialist) {
      await fetch(`${url}/new-call`, { method: 'POST' });
      const [kiosk, desk] = await Promise.all([citizen.newPage(), specialist.newPage()]);
      try {
        await Promise.all([kiosk.goto(`${url}/#citizen`), desk.goto(`${url}/#specialist`)]);
        for (const page of [kiosk, desk]) await page.locator('body[data-ready]').waitFor();
        await rememberNextTouch(desk);
        await desk.locator('button').click();
        const acceptedAt = await touchedAt(desk);
        const frames = await Promise.all([firstFrameAt(kiosk, acceptedAt), firstFrameAt(desk, acceptedAt)]);
        return Math.max(...frames) - acceptedAt;
      } finally {
        await Promise.all([kiosk.close(), desk.close()]);
      }
    },
    close: () => void server.kill(),
  };
}
