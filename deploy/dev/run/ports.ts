import { createServer, type ListenOptions } from 'node:net';

/** Whether something listens there already. */
export async function isPortTaken(host: string, port: number): Promise<boolean> {
  try {
    await listenOnce({ host, port });
    return false;
  } catch {
    return true;
  }
}

/** A TCP port of the loopback that nothing listens on, for now. */
export function findFreePort(): Promise<number> {
  return listenOnce({ host: '127.0.0.1', port: 0 });
}

function listenOnce(where: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ ...where, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
