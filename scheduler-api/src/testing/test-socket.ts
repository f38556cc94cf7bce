import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { z } from 'zod';

const Refusal = z.object({ data: Problem });

export type TestSocket = Awaited<ReturnType<typeof openSocket>>;

/** A connected socket that remembers what it was told. @throws the problem's name when it is refused */
export async function openSocket(url: string, options: Partial<ManagerOptions & SocketOptions>) {
  const socket = io(url, { ...options, transports: ['websocket'], forceNew: true, reconnection: false });
  const heard: { name: string; payload: unknown }[] = [];
  const waiting = new Set<() => void>();
  socket.onAny((name: string, payload: unknown) => {
    heard.push({ name, payload });
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      const refusal = Refusal.safeParse(error);
      reject(new Error(refusal.success ? problemName(refusal.data.data) : error.message));
    });
  });

  return {
    raw: socket,
    heard,
    close: () => socket.disconnect(),
    closed: () =>
      new Promise<void>((resolve) => (socket.connected ? socket.once('disconnect', () => resolve()) : resolve())),

    /** The acknowledged data, or the name of the problem. */
    async ask(name: string, payload: unknown): Promise<unknown> {
      const acknowledgement = Acknowledgement.parse(await socket.timeout(5_000).emitWithAck(name, payload));
      return acknowledgement.ok ? acknowledgement.data : problemName(acknowledgement.problem);
    },

    /** The first notification of this name, past or to come, that parses and is as wanted. */
    async told<Schema extends z.ZodType>(
      name: string,
      schema: Schema,
      wanted: (payload: z.output<Schema>) => boolean = () => true,
    ) {
      return new Promise<z.output<Schema>>((resolve, reject) => {
        const give = (finish: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          finish();
        };
        const look = () => {
          for (const one of heard.filter((entry) => entry.name === name)) {
            const parsed = schema.safeParse(one.payload);
            if (!parsed.success) return give(() => reject(parsed.error));
            if (wanted(parsed.data)) return give(() => resolve(parsed.data));
          }
        };
        const timer = setTimeout(() => give(() => reject(new Error(`never told ${name} as wanted`))), 5_000);
        waiting.add(look);
        look();
      });
    },
  };
}
