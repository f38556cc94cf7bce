import type { CloseOrder } from '@remote-clerk/shared/contracts/node/messages.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSfuServer } from '../src/app.ts';
import { aConsultation, FakeScheduler, until } from './fake-scheduler.ts';
import { RawClient } from './raw-client.ts';
import { TestNode } from './test-node.ts';

let node: TestNode;
beforeEach(async () => {
  node = await TestNode.start();
});
afterEach(() => node.stop());

const status = async (path: string) => (await fetch(new URL(path, node.sfu.url))).status;

describe('the wire to the scheduler-api', () => {
  it('carries reports in order, once each, also after the scheduler-api was away', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    await node.scheduler.away();
    await until(() => !node.sfu.isReady(), 'the loss');
    expect(await status('/health/ready')).toBe(503);
    await desk.ask('room.leave', {});
    await kiosk.ask('room.leave', {});
    node.scheduler.takesReports = false;
    await node.scheduler.listen();
    await until(() => node.sfu.isReady(), 'the return');
    node.scheduler.takesReports = true;
    await until(() => node.reported(citizen).length === 3, 'the reports');
    expect(node.reported(citizen)).toEqual(['peer.gone (left)', 'peer.gone (left)', 'room.closed']);
    expect(await status('/health/ready')).toBe(200);
  });

  it('ends a room when told to, at once or by the answer to a heartbeat', async () => {
    const ways = {
      ended: (order: CloseOrder) => node.scheduler.endRoom(order.roomId),
      moved: (order: CloseOrder) => void node.scheduler.roomsToClose.push(order),
    };
    for (const reason of ['ended', 'moved'] as const) {
      const { citizen } = aConsultation();
      const kiosk = await node.join(citizen);
      ways[reason]({ roomId: citizen.room, reason });
      await kiosk.hears('room.closed');
      expect(kiosk.told.at(-1)?.payload).toEqual({ reason });
      await until(() => !kiosk.isConnected, 'the connection to close');
    }
  });

  it('stays up while the scheduler-api is away: calls that are on go on', async () => {
    const { citizen } = aConsultation();
    const kiosk = await node.join(citizen);
    await node.scheduler.away();
    await until(() => !node.sfu.isReady(), 'the loss');
    expect(await kiosk.outcome('room.capabilities', {})).toBe('ok');
  });
});

describe('a node that was never registered', () => {
  it('lets nobody in, and says so to its probes', async () => {
    const scheduler = await FakeScheduler.start();
    const stranger = await createSfuServer(scheduler.config({ nodeSecret: 'not the secret of this scheduler' }));
    expect(await RawClient.connect(stranger.url, { ticket: await scheduler.sign(aConsultation().citizen) })).toBe(
      'unavailable',
    );
    expect((await fetch(`${stranger.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${stranger.url}/health/live`)).status).toBe(200);
    await stranger.close();
    await scheduler.away();
  });
});

describe('a node that closes', () => {
  it('tells its rooms, reports them and lets nobody in', async () => {
    const { citizen } = aConsultation();
    const kiosk = await node.join(citizen);
    await node.sfu.close();
    expect(kiosk.told.at(-1)?.payload).toEqual({ reason: 'shutting-down' });
    expect(node.reported(citizen)).toEqual(['room.closed']);
  });
});

describe('a media worker that dies', () => {
  it('takes its rooms with it, is reported and is replaced', async () => {
    const { citizen } = aConsultation();
    const kiosk = await node.join(citizen);
    const [pid] = node.sfu.workerPids();
    if (!pid) throw new Error('No worker');
    process.kill(pid, 'SIGKILL');
    await kiosk.hears('room.closed');
    expect(kiosk.told.at(-1)?.payload).toEqual({ reason: 'shutting-down' });
    await until(() => node.reported(citizen).includes('room.closed'), 'the report');
    // Whoever comes back at once waits for the next worker.
    const again = await node.join(citizen);
    expect(again.isConnected).toBe(true);
    expect(node.sfu.workerPids()).not.toContain(pid);
    expect(await status('/health/ready')).toBe(200);
  });

  it('again and again is given more time, for which whoever comes waits', async () => {
    const pidNow = () => node.sfu.workerPids()[0];
    const kill = (pid = pidNow()) => pid !== undefined && process.kill(pid, 'SIGKILL');
    const first = pidNow();
    kill();
    await until(() => pidNow() !== undefined && pidNow() !== first, 'the second worker');
    kill();
    await until(() => pidNow() === undefined, 'its death');
    const early = await node.connect(aConsultation().citizen);
    const asked = early.outcome('room.capabilities', {});
    expect(node.sfu.isReady()).toBe(false);
    node.clock.pass(500);
    expect(await asked).toBe('ok');
    expect(node.sfu.isReady()).toBe(true);
  });
});

describe('the metrics', () => {
  it('tell rooms, peers and tickets', async () => {
    await node.join(aConsultation().citizen);
    await RawClient.connect(node.sfu.url, { ticket: 'forged' });
    const text = await (await fetch(`${node.sfu.url}/metrics`)).text();
    for (const line of [
      'sfu_workers 1',
      'sfu_rooms 1',
      'sfu_peers 1',
      'sfu_transports 1',
      'sfu_reports_waiting 0',
      'sfu_registered 1',
      'sfu_tickets_admitted_total 1',
      'sfu_tickets_refused_total{reason="signature"} 1',
      'sfu_signaling_requests_total{request="room.join",outcome="ok"} 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it('are back at nothing when everyone has left', async () => {
    const { citizen, specialist } = aConsultation();
    const peers = [await node.join(citizen), await node.join(specialist.participant)];
    for (const peer of peers) await peer.ask('room.leave', {});
    await until(() => node.reported(citizen).includes('room.closed'), 'the end');
    const text = await (await fetch(`${node.sfu.url}/metrics`)).text();
    for (const name of ['sfu_rooms', 'sfu_peers', 'sfu_transports']) expect(text).toContain(`${name} 0\n`);
  });
});
