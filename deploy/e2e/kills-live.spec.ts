import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { ConsoleSide } from '../rehearsal/sides/console-side.ts';
import type { KioskSide } from '../rehearsal/sides/kiosk-side.ts';
import { measureReceived } from '../rehearsal/sides/received-media.ts';
import { createStaffClient } from '../rehearsal/venue/staff-client.ts';
import { accountOf } from './support/administration.ts';
import { startCall } from './support/call.ts';
import { eventually } from './support/eventually.ts';
import { expect, test } from './support/fixtures.ts';
import { comeBackSeconds, type KillableSystem } from './support/killable-system.ts';

/** What it may take beyond the patience to notice and to act on it, on a busy machine. */
const noticeMs = 10_000;
/** For so long the node keeps the place of one whose line is cut, before it says so. */
const keptMs = 15_000;
const lostMs = keptMs + comeBackSeconds * 1_000;

/** Brings a call about, and gives what reads its case from outside. */
async function live(
  system: KillableSystem,
  kiosk: KioskSide,
  desk: ConsoleSide,
  username: string,
  institution: string,
) {
  await startCall(kiosk, desk, institution);
  const client = await createStaffClient(system.url, accountOf(system.demo, username));
  const { current } = await client.call(routes.readDesk);
  if (!current) throw new Error('The desk has no consultation');
  const read = () => client.call(routes.readServiceCase, { params: { caseId: current.caseId } });
  await eventually('live', read, ({ state }) => state === 'live', noticeMs);
  return read;
}

async function becomes(what: string, read: () => Promise<ServiceCase>, endReason: string, patienceMs: number) {
  const isOver = ({ state }: ServiceCase) => state !== 'live';
  const { seen, afterMs } = await eventually(what, read, isOver, patienceMs + noticeMs);
  console.log(`    ${what} while live: ${seen.state} (${seen.endReason}) after ${afterMs} ms`);
  expect(seen).toMatchObject({ state: 'dropped', endReason });
}

/** Both are free: another consultation is held. */
async function holdAnother(kiosk: KioskSide, desk: ConsoleSide, institution: string): Promise<void> {
  await startCall(kiosk, desk, institution);
  await desk.end();
  await kiosk.shows('rating');
}

test.describe('No call hangs when', () => {
  test.setTimeout(180_000);

  test("the console's browser is killed", async ({ system, kiosk, atWork }) => {
    const ilze = await atWork('ilze');
    const read = await live(system, kiosk, ilze, 'ilze', 'VSAA');
    await ilze.kill();
    await becomes("the console's browser killed", read, 'specialist-lost', lostMs);
    await kiosk.giveUp();
    await holdAnother(kiosk, await atWork('ilze'), 'VSAA');
  });

  test('the kiosk host is killed', async ({ system, openKiosk, atWork }) => {
    const dace = await atWork('dace');
    const kiosk = await openKiosk();
    const read = await live(system, kiosk, dace, 'dace', 'VID');
    await kiosk.host.kill();
    await becomes('the kiosk host killed', read, 'kiosk-lost', lostMs);
    await dace.finishDropped();
    await holdAnother(await openKiosk(), dace, 'VID');
  });

  test('the sfu-server is killed: it is kept', async ({ system, kiosk, atWork }) => {
    const andrejs = await atWork('andrejs');
    const read = await live(system, kiosk, andrejs, 'andrejs', 'PMLP');
    await system.sfu.kill();
    const staff = await createStaffClient(system.url, accountOf(system.demo, 'andrejs'));
    const desk = () => staff.call(routes.readDesk);
    const { afterMs } = await eventually('noticed', desk, ({ current }) => current?.away.node === true, noticeMs);
    console.log(`    the sfu-server killed while live: noticed after ${afterMs} ms, and the call is kept`);
    expect(await read()).toMatchObject({ state: 'live' });
    // Both may end it all the same.
    await andrejs.end();
    await kiosk.rate(5);
    await kiosk.finish();
    await andrejs.finishDropped();
    expect(await read()).toMatchObject({ state: 'ended', endReason: 'specialist-ended' });
    await system.sfu.start();
    await holdAnother(kiosk, andrejs, 'PMLP');
  });

  test('the scheduler-api is killed: it goes on', async ({ system, kiosk, atWork }) => {
    const liga = await atWork('liga');
    const read = await live(system, kiosk, liga, 'liga', 'NVA');
    await system.api.kill();
    const meanwhile = await measureReceived(liga.page, 3);
    await system.api.start();
    expect(meanwhile).toMatchObject({ seen: 'citizen', heard: 'citizen', pictureMoves: true });
    await eventually('read again', read, ({ state }) => state === 'live', noticeMs);
    const after = await measureReceived(kiosk.page, 3);
    expect(after).toMatchObject({ seen: 'specialist', heard: 'specialist', pictureMoves: true });
    expect(await read()).toMatchObject({ state: 'live' });
    await liga.end();
    await kiosk.shows('rating');
    const { seen } = await eventually('the end', read, ({ state }) => state !== 'live', noticeMs);
    console.log(`    the scheduler-api killed while live: it went on, then ${seen.state} (${seen.endReason})`);
    expect(seen).toMatchObject({ state: 'ended', endReason: 'specialist-ended' });
  });
});
