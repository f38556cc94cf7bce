import { staffNamespace, staffNotifications } from '@remote-clerk/shared/contracts/live/messages.ts';
import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { fromProblem, Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { io } from 'socket.io-client';
import type { z } from 'zod';
import type { ConnectLive } from './live-connection.ts';

/** Milliseconds after which something said in passing counts as not handed over. */
const handOverMs = 5000;

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
  on('call.signal', staffNotifications['call.signal'], handlers.onSignal);
  on('chat', staffNotifications.chat, handlers.onChat);
  on('session.ended', staffNotifications['session.ended'], handlers.onSessionEnded);
  on('session.changed', staffNotifications['session.changed'], handlers.onSessionChanged);
  return {
    sendSignal: async (outgoing) => {
      // What is said in passing is not kept for later: socket.io would send it when the moment is over.
      if (!socket.connected) throw new ProblemError('unavailable');
      const reply: unknown = await socket
        .timeout(handOverMs)
        .emitWithAck('call.signal', outgoing)
        .catch((cause: unknown) => {
          throw new ProblemError('unavailable', undefined, { cause });
        });
      const parsed = Acknowledgement.safeParse(reply);
      if (!parsed.success) throw new ProblemError('unavailable', undefined, { cause: parsed.error });
      if (!parsed.data.ok) throw fromProblem(parsed.data.problem);
    },
    close: () => void socket.disconnect(),
  };
};
