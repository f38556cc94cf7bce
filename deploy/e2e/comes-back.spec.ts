import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { measureReceived } from '../rehearsal/sides/received-media.ts';
import { createStaffClient } from '../rehearsal/venue/staff-client.ts';
import { accountOf } from './support/administration.ts';
import { startCall } from './support/call.ts';
import { expect, test } from './support/fixtures.ts';

/** Far more than it takes: how soon it is, `npm run faults` measures. */
const patienceMs = 30_000;
const watchSeconds = 2;

/** Waits until a picture that moves and a voice come from the other end. */
const hearsAndSees = (page: Page, who: 'citizen' | 'specialist') =>
  expect
    .poll(() => measureReceived(page, watchSeconds).catch(() => null), { timeout: patienceMs })
    .toMatchObject({ seen: who, heard: who, pictureMoves: true });

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

test.describe('A call comes back by itself', () => {
  test('when its media worker is killed', async ({ system, kiosk, atWork }) => {
    const ilze = await atWork('ilze');
    await startCall(kiosk, ilze, 'VSAA');
    for (const worker of childrenOf(system.sfu.pid ?? 0)) process.kill(worker, 'SIGKILL');
    await Promise.all([hearsAndSees(kiosk.page, 'specialist'), hearsAndSees(ilze.page, 'citizen')]);
    await ilze.end();
    await kiosk.shows('rating');
  });

  test('directly while there is no media node, and through one as soon as there is', async ({
    system,
    kiosk,
    atWork,
  }) => {
    const dace = await atWork('dace');
    await startCall(kiosk, dace, 'VID');
    await system.sfu.kill();
    await dace.page.locator('[data-path="direct"]').waitFor({ timeout: patienceMs });
    await Promise.all([hearsAndSees(kiosk.page, 'specialist'), hearsAndSees(dace.page, 'citizen')]);

    await system.sfu.start();
    await dace.page.locator('[data-path="node"]').waitFor({ timeout: patienceMs });
    await Promise.all([hearsAndSees(kiosk.page, 'specialist'), hearsAndSees(dace.page, 'citizen')]);
    const staff = await createStaffClient(system.url, accountOf(system.demo, 'dace'));
    const { current } = await staff.call(routes.readDesk);
    expect(current).toMatchObject({ state: 'live', away: { citizen: false, specialist: false, node: false } });
    await dace.end();
    await kiosk.shows('rating');
  });
});
