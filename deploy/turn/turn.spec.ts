import { spawnSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { createSfuServer, type SfuServer } from '../../sfu-server/src/app.ts';
import { aConsultation, FakeScheduler, until } from '../../sfu-server/test/fake-scheduler.ts';
import type {} from '../../sfu-server/test/harness/harness.ts';
import { HarnessPages } from '../../sfu-server/test/harness-pages.ts';
import { turnProgram } from '../dev/setup/turn-server.mjs';
import { startTurnServer, type TurnServer } from './testing/turn-server.ts';

test.use({ trace: 'off', screenshot: 'off' });

let scheduler: FakeScheduler;
let pages: HarnessPages;
let sfu: SfuServer;
let turn: TurnServer;

test.beforeAll(async () => {
  [scheduler, pages, turn] = await Promise.all([FakeScheduler.start(), HarnessPages.start(), startTurnServer()]);
  sfu = await createSfuServer(scheduler.config({ allowedOrigins: new Set([pages.origin]), logLevel: 'error' }));
  await until(() => sfu.isReady(), 'the registration');
});
test.afterEach(() => pages.closeBrowsers());
test.afterAll(async () => {
  await pages?.close();
  await sfu?.close();
  await scheduler?.away();
  await turn?.stop();
});

const showsFrames = (page: Page) => page.waitForFunction(() => window.harness.frames().length > 5);

for (const way of ['udp', 'tcp', 'tls'] as const) {
  test(`a kiosk that only gets out by ${way} to the TURN server sees and is seen`, async () => {
    const { citizen, specialist } = aConsultation();
    const [kiosk, desk] = await Promise.all([pages.open({ relayed: true }), pages.open()]);
    const atKiosk = { ...(await scheduler.ticket(citizen)), iceServers: turn.iceServers(way) };
    const atDesk = await scheduler.ticket(specialist.participant);
    await Promise.all([
      kiosk.evaluate((ticket) => window.harness.enter(ticket), atKiosk),
      desk.evaluate((ticket) => window.harness.enter(ticket), atDesk),
    ]);
    await Promise.all([showsFrames(kiosk), showsFrames(desk)]);
    expect(new Set(await kiosk.evaluate(() => window.harness.ways()))).toEqual(new Set(['relay']));
  });
}

/** Asks the server to relay to somebody, as coturn's own client does. @returns what the client says */
function relayTo(peer: string, { username = '', credential = '' }): string {
  const { stdout, stderr } = spawnSync(
    turnProgram('turnutils_uclient'),
    ['-u', username, '-w', credential, '-p', String(turn.port), '-e', peer, '-n', '1', '-m', '1', '127.0.0.1'],
    { encoding: 'utf8', timeout: 10_000 },
  );
  return stdout + stderr;
}

test('nothing internal can be reached through it, and nobody without credentials', () => {
  const [good] = turn.iceServers('udp');
  for (const internal of ['10.1.2.3', '172.16.9.9', '192.168.1.1', '169.254.169.254', '100.64.1.1']) {
    expect(relayTo(internal, good ?? {}), internal).toContain('403 (Forbidden IP)');
  }
  expect(relayTo('127.0.0.1', { ...good, credential: 'wrong' })).toContain('Cannot complete Allocation');
  expect(relayTo('127.0.0.1', { ...good, username: '1000000000:over' })).toContain('Cannot complete Allocation');
});
