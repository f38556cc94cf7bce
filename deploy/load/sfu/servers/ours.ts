import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { aConsultation, FakeScheduler } from '../../../../sfu-server/test/fake-scheduler.ts';
import { root } from '../../../dev/setup/paths.mjs';
import { endProcess, type RunningServer, spawnServer, whenThere } from './running-server.ts';
import { claimsOf } from './tickets.ts';

/** Our media node as it is in service, one worker, with call tickets from a scheduler of the bench. */
export async function startOurs(folder: string, log: number): Promise<RunningServer> {
  const scheduler = await FakeScheduler.start();
  const { nodeSecret, apiUrl } = scheduler.config();
  const secretFile = path.join(folder, 'node-secret');
  writeFileSync(secretFile, nodeSecret);
  const child = spawnServer(process.execPath, [path.join(root, 'sfu-server/src/main.ts')], {
    log,
    env: {
      ...process.env,
      SFU_NODE_ID: 'sfu-bench',
      SFU_PORT: '0',
      SFU_MEDIA_PORT: '0',
      SFU_WORKERS: '1',
      SFU_API_URL: apiUrl,
      NODE_SECRET_FILE: secretFile,
    },
  });
  await whenThere(child, 'The media node', async () => scheduler.node !== null);
  return {
    name: 'ours',
    pid: child.pid,
    async order(people) {
      const tickets = await Promise.all(claimsOf(aConsultation(), people).map((claims) => scheduler.sign(claims)));
      return { order: 'open-ours', nodeUrl: scheduler.node?.url ?? '', tickets };
    },
    async stop() {
      await endProcess(child);
      await scheduler.away();
    },
  };
}
