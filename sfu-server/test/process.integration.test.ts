import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aConsultation, FakeScheduler, until } from './fake-scheduler.ts';
import { RawClient } from './raw-client.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let scheduler: FakeScheduler;
beforeAll(async () => {
  scheduler = await FakeScheduler.start();
});
afterAll(() => scheduler.away());

/** The node as it is started, with someone in a room. */
async function aProcess(env: Record<string, string>) {
  const secretFile = join(await mkdtemp(join(tmpdir(), 'sfu-process-')), 'secret');
  await writeFile(secretFile, scheduler.config().nodeSecret);
  const child = spawn(process.execPath, [main], {
    env: {
      SFU_PORT: '0',
      SFU_MEDIA_PORT: '0',
      SFU_WORKERS: '1',
      SFU_API_URL: scheduler.url,
      NODE_SECRET_FILE: secretFile,
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: 'inherit',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit').then(([code]) => code);
  const registrations = scheduler.heartbeats.length;
  await until(() => scheduler.heartbeats.length > registrations, 'the registration');
  const { ticket, nodeUrl } = await scheduler.ticket(aConsultation().citizen);
  const client = await RawClient.connect(nodeUrl, { ticket });
  if (!(client instanceof RawClient)) throw new Error(client);
  await client.ask('room.join', { rtpCapabilities: {} });
  return { child, exited, client };
}

const isDraining = () => scheduler.heartbeats.at(-1)?.load.draining === true;
const drains = async (child: ChildProcess) => {
  child.kill('SIGTERM');
  await until(isDraining, 'the news that it drains');
};

describe('the process', () => {
  it('ends at once when it is stopped, and sends everyone away', async () => {
    const { child, exited, client } = await aProcess({});
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(client.told.at(-1)?.payload).toEqual({ reason: 'shutting-down' });
  });

  it('that may drain waits for the last room', async () => {
    const { child, exited, client } = await aProcess({ SFU_DRAIN_SECONDS: '600' });
    await drains(child);
    // A second is long enough for an engine that would end by itself.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(client.told).toEqual([]);
    await client.ask('room.leave', {});
    expect(await exited).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('that drains ends at once on %s', async (signal) => {
    const { child, exited, client } = await aProcess({ SFU_DRAIN_SECONDS: '600' });
    await drains(child);
    child.kill(signal);
    expect(await exited).toBe(0);
    expect(client.told.at(-1)?.payload).toEqual({ reason: 'shutting-down' });
  });

  it('that may drain does not when it is stopped by hand', async () => {
    const { child, exited } = await aProcess({ SFU_DRAIN_SECONDS: '600' });
    child.kill('SIGINT');
    expect(await exited).toBe(0);
  });
});
