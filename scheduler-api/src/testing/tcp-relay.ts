import { createConnection, createServer, type Socket } from 'node:net';

/** A port of this machine behind which another server stands, until it is cut. */
export async function startRelay(host: string, port: number) {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  };
  const relay = createServer((near) => {
    const far = createConnection({ host, port });
    for (const socket of [near, far]) keep(socket);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = (at: number) => new Promise<void>((resolve) => void relay.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('The relay listens at no port');
  return {
    port: address.port,
    /** As when the server ends: what is open breaks, and nothing new is taken. */
    async cut(): Promise<void> {
      const closed = new Promise((resolve) => relay.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    restore: () => listen(address.port),
  };
}
