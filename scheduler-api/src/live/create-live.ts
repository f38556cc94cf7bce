import type { Server as HttpServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answers, createAnswerer } from '@remote-clerk/shared/contracts/answer.ts';
import type { RequestTable } from '@remote-clerk/shared/contracts/messages.ts';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Server, type Socket } from 'socket.io';
import type { Context } from '../context.ts';
import { asUnavailable, isUnavailable } from '../db/unavailable.ts';
import { holds, type Principal, principalKey } from '../http/principal.ts';

/** Requests that one socket may make in a burst, and how many it gets back each second. */
const burst = 60;
const perSecond = 20;

/** Milliseconds between attempts while the database is away. */
const againAfterMs = 1_000;

/** Bytes of one message: far above what any contract needs. */
const largestMessage = 256 * 1024;

type NamespaceOptions<P extends Principal, Table extends RequestTable> = {
  name: string;
  /** Who opens the socket; undefined refuses it. */
  admit(handshake: Socket['handshake']): Promise<P | undefined>;
  answers: Answers<Table, { principal: P; socket: Socket }>;
  /** Whether someone who is admitted anew may still do the same; all may who are admitted, where it is not said. */
  isSame?(before: P, now: P): boolean;
  connected(socket: Socket, principal: P): Promise<void>;
  disconnected(socket: Socket, principal: P): Promise<void>;
};

/** The sockets of screens and media nodes. It knows no feature: each namespace brings its requests and what they do. */
export function createLive(httpServer: HttpServer, { logger, clock }: Pick<Context, 'logger' | 'clock'>) {
  const io = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: largestMessage,
    // A screen or node that vanishes is noticed within these, without any word from it.
    pingInterval: 3_000,
    pingTimeout: 4_000,
    connectTimeout: 10_000,
  });
  // Nobody belongs to the root: whoever does not name a namespace has nothing to do here.
  io.use((_socket, next) => next(refusal(new ProblemError('not-found'))));

  const pending = new Set<Promise<unknown>>();
  const closing = new AbortController();
  /** Closing waits for it: what a socket sets going may need the database a moment longer than the socket lives. */
  function track<T>(work: Promise<T>): Promise<T> {
    pending.add(work);
    void work.finally(() => pending.delete(work)).catch(() => {});
    return work;
  }

  const pause = (milliseconds: number) =>
    track(sleep(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined));

  /** What must not be forgotten because the database was away: it is tried again until it is back. */
  async function whenAvailable(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isUnavailable(error) || closing.signal.aborted) throw error;
        await pause(againAfterMs);
      }
    }
  }

  function serve<P extends Principal, Table extends RequestTable>(options: NamespaceOptions<P, Table>) {
    const principals = new WeakMap<Socket, P>();
    const answerer = createAnswerer<Table, { principal: P; socket: Socket }>(options.answers, {
      explain: asUnavailable,
      permit(contract, { principal }) {
        if (contract.permission === 'call-ticket' || !holds(principal, contract.permission))
          throw new ProblemError('not-allowed');
      },
      onFailure: (err, request, { principal }) =>
        logger.error({ err, request, principal: principalKey(principal) }, 'socket request failed'),
    });

    const namespace = io.of(options.name);
    namespace.use(async (socket, next) => {
      try {
        const principal = await options.admit(socket.handshake);
        if (!principal) throw new ProblemError('not-signed-in');
        principals.set(socket, principal);
        next();
      } catch (error) {
        if (error instanceof ProblemError) return next(refusal(error));
        logger.error({ err: error, namespace: options.name }, 'socket could not be admitted');
        // Whoever is refused gives up, whose connection is cut comes again.
        socket.conn.close();
      }
    });

    namespace.on('connection', (socket) => {
      const principal = principals.get(socket);
      if (!principal) return void socket.disconnect(true);
      const allow = tokenBucket();
      const settle = (work: Promise<void>, what: string) =>
        track(work.catch((err) => logger.error({ err, principal: principalKey(principal) }, what)));
      socket.onAny((name: string, ...args: unknown[]) => {
        if (allow()) return void track(answerer(name, args, { principal, socket }));
        const reply = args.at(-1);
        if (typeof reply === 'function') {
          reply({
            ok: false,
            problem: toProblem(new ProblemError('too-many-requests', undefined, { retryAfterSeconds: 1 })),
          });
        }
      });
      const opened = options.connected(socket, principal).catch((error) => {
        // Half opened it would look well and hear nothing: it comes again by itself.
        socket.conn.close();
        throw error;
      });
      const opening = settle(opened, 'socket could not be opened');
      const close = () => whenAvailable(() => options.disconnected(socket, principal));
      socket.on('disconnect', () => void opening.then(() => settle(close(), 'socket could not be closed')));
    });

    /**
     * Asks again who is there: a socket whose session is over by now is told so and closed, one that may do something else by
     * now has to connect anew. @param room all when not given
     */
    async function recheck(room?: string): Promise<void> {
      const open = [...namespace.sockets.values()].filter((socket) => room === undefined || socket.rooms.has(room));
      for (const socket of open) {
        const principal = await options.admit(socket.handshake).catch((error) => {
          if (error instanceof ProblemError) return undefined;
          throw error;
        });
        const before = principals.get(socket);
        if (principal && before && (options.isSame?.(before, principal) ?? true)) continue;
        socket.emit(principal ? 'session.changed' : 'session.ended', {});
        // Who is cut off comes again, with what they may do by now; who is sent away does not.
        if (principal) setImmediate(() => socket.conn.close());
        else socket.disconnect(true);
      }
    }

    return { namespace, recheck };
  }

  const tokenBucket = () => {
    let tokens = burst;
    let filledAt = Date.parse(clock.now());
    return () => {
      const now = Date.parse(clock.now());
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    };
  };

  return {
    serve,
    track,
    /** Waits, but not beyond the end. @param milliseconds at most */
    pause,
    async close(): Promise<void> {
      closing.abort();
      await io.close();
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}
export type Live = ReturnType<typeof createLive>;

function refusal(error: unknown): Error {
  return Object.assign(new Error('refused'), { data: toProblem(error) });
}
