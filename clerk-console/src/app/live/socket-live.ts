import { staffNamespace, staffNotifications } from '@remote-clerk/shared/contracts/live/messages.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import { io } from 'socket.io-client';
import type { z } from 'zod';
import type { ConnectLive } from './live-connection.ts';

const isEnded = (error: Error) => {
  const problem = Problem.safeParse('data' in error ? error.data : undefined);
  return problem.success && problemName(problem.data) === 'not-signed-in';
};

/** The scheduler-api's staff namespace, with the session's cookie; socket.io seeks a lost connection again by itself. */
export const connectSocketLive: ConnectLive = (handlers) => {
  const socket = io(staffNamespace, { withCredentials: true, reconnectionDelay: 500, reconnectionDelayMax: 5000 });

  function on<Schema extends z.ZodType>(name: string, schema: Schema, handle: (payload: z.output<Schema>) => void) {
    socket.on(name, (payload: unknown) => {
      const parsed = schema.safeParse(payload);
      if (parsed.success) handle(parsed.data);
      else console.error(`The server's "${name}" is not as agreed`, parsed.error.issues);
    });
  }

  socket.on('connect', () => handlers.onStatus('connected'));
  socket.on('disconnect', (reason) => {
    handlers.onStatus('away');
    // socket.io leaves it to us after the server hung up; it may only be restarting.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    if (isEnded(error)) handlers.onSessionEnded();
    else handlers.onStatus('away');
  });
  on('desk', staffNotifications.desk, handlers.onDesk);
  on('contact-point', staffNotifications['contact-point'], handlers.onContactPoint);
  on('session.ended', staffNotifications['session.ended'], handlers.onSessionEnded);
  return { close: () => void socket.disconnect() };
};
