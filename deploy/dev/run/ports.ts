import { createServer, type ListenOptions } from 'node:net';
import { SetupError } from '../setup/setup-error.mjs';

/** Whether something listens there already. */
export async function isPortTaken(host: string, port: number): Promise<boolean> {
  try {
    await listenOnce({ host, port });
    return false;
  } catch {
    return true;
  }
}

/** @param wanted with the setting by which another is chosen @throws SetupError naming the first that is taken */
export async function assertPortsFree(wanted: { host: string; port: number; name: string }[]): Promise<void> {
  for (const { host, port, name } of wanted) {
    if (await isPortTaken(host, port)) {
      throw new SetupError(
        `Port ${port} is taken by another program. Stop that one, or choose another port: ${name}=… npm start`,
      );
    }
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
