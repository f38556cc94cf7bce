import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { isDuplicate } from '../db/retry.ts';
import { fingerprint } from './digest.ts';
import * as repository from './idempotency-repository.ts';
import type { ParsedRequest } from './parse-request.ts';
import { type Principal, principalKey } from './principal.ts';

const keepForMs = 24 * 3_600_000;
const keyForm = /^[\x21-\x7e]{8,128}$/;

type Call = { key: unknown; principal: Principal | undefined; route: Route; request: ParsedRequest };

export type Idempotency = ReturnType<typeof createIdempotency>;

/** Lets a caller that did not get the answer ask again without doing it twice. */
export function createIdempotency({ db, clock }: { db: Database; clock: Clock }) {
  return {
    /**
     * Handles the call and remembers its reply in one transaction, so that both are there or neither; a refusal is not
     * remembered. A second call with the key at the same moment waits for the first and gets its reply.
     */
    async once(call: Call, handle: () => Promise<unknown>): Promise<unknown> {
      const { key } = call;
      if (typeof key !== 'string' || !keyForm.test(key)) throw keyMissing();
      const { method, path } = call.route;
      const id = { principal: principalKey(call.principal), key };
      const requested = { route: `${method} ${path}`, requestHash: hashOf(call.request) };

      const replay = async () => {
        const earlier = await repository.findReply(db.connection, id);
        if (!earlier) return undefined;
        const same = earlier.route === requested.route && earlier.requestHash === requested.requestHash;
        if (!same) throw new ProblemError('idempotency-mismatch');
        return earlier;
      };

      const first = async () =>
        db.transaction(async (connection) => {
          // The key's row is the lock: whoever inserts it second waits for the first to commit or to give up.
          await repository.reserve(connection, { ...id, ...requested, createdAt: clock.now() });
          const reply = await handle();
          await repository.saveReply(connection, id, reply);
          return reply;
        });

      const earlier = await replay();
      if (earlier) return earlier.reply;
      try {
        return await first();
      } catch (error) {
        const winner = isDuplicate(error) ? await replay() : undefined;
        if (!winner) throw error;
        return winner.reply;
      }
    },

    forgetOld: () => repository.deleteBefore(db.connection, addMilliseconds(clock.now(), -keepForMs)),
  };
}

const hashOf = (request: ParsedRequest) => fingerprint(JSON.stringify(request));

const keyMissing = () =>
  new ProblemError('invalid-request', undefined, {
    fields: [{ pointer: '/headers/Idempotency-Key', detail: '8 to 128 printable characters are needed' }],
  });
