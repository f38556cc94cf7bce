import { io, type Socket } from 'socket.io-client';

/** A socket that does not come back by itself. */
export async function openSocket(url: string, options: Parameters<typeof io>[1]): Promise<Socket> {
  const socket = io(url, { ...options, transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Closes the wire beneath the socket: no goodbye is said over it. */
export function breakOff(socket: Socket | undefined): void {
  socket?.io.engine.close();
}
