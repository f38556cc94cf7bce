import path from 'node:path';
import { z } from 'zod';
import { endProcess, type RunningServer, spawnServer } from './running-server.ts';

const Hello = z.object({ url: z.url() });

/** The same mediasoup worker with nothing of ours around it. */
export async function startBare(log: number): Promise<RunningServer> {
  const child = spawnServer(process.execPath, [path.join(import.meta.dirname, 'bare-node.ts')], { log });
  const { url } = await new Promise<z.infer<typeof Hello>>((resolve, reject) => {
    child.once('message', (message) => resolve(Hello.parse(message)));
    child.once('exit', () => reject(new Error('The bare server did not start')));
  });
  let rooms = 0;
  return {
    name: 'bare',
    pid: child.pid,
    order: async (people) => ({ order: 'open-bare', url, room: ++rooms, people }),
    stop: () => endProcess(child),
  };
}
