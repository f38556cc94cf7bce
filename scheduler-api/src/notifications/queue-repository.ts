import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Taken = z.looseObject({ id: z.uuid(), attempts: z.int() });
const Count = z.tuple([z.object({ count: z.coerce.number() })]);

/** How the rows of a table of messages are taken, tried and done with. @param name of a table with the columns of `outbox` for it */
export function createQueueRepository(db: Database, name: 'outbox' | 'staff_outbox') {
  const table = () => db.connection(name);
  const due = (now: Instant) => table().where('state', 'waiting').where('due_at', '<=', now);

  return {
    /**
     * Takes the message that has been due for longest, and sets when it is due again unless it is sent. Of several
     * servers that ask at once each gets another one.
     * @param waitAfter milliseconds until the next attempt, from how many there were with this one
     * @returns the row, with this attempt counted
     */
    async takeDue(now: Instant, waitAfter: (attempts: number) => number) {
      return await db.transaction(async () => {
        const first = due(now).orderBy(['due_at', 'id']).select('*').limit(1);
        const [row] = await (db.engine === 'postgres' ? first.forUpdate().skipLocked() : first);
        if (row === undefined) return undefined;
        const found = Taken.parse(row);
        const message = { ...found, attempts: found.attempts + 1 };
        const dueAt = addMilliseconds(now, waitAfter(message.attempts));
        await table().where({ id: message.id }).update({ attempts: message.attempts, due_at: dueAt });
        return message;
      });
    },

    async setDone(id: string, state: 'sent' | 'dropped', now: Instant): Promise<void> {
      await table().where({ id }).update({ state, done_at: now, problem: null });
    },

    /** Leaves alone what was dropped in the meantime. @param attempt.last whether it is given up */
    async setFailed(id: string, attempt: { problem: string; last: boolean; now: Instant }): Promise<void> {
      const given = attempt.last ? { state: 'failed', done_at: attempt.now } : {};
      await table()
        .where({ id, state: 'waiting' })
        .update({ problem: attempt.problem, ...given });
    },

    async countDue(now: Instant): Promise<number> {
      return Count.parse(await due(now).count({ count: '*' }))[0].count;
    },

    async countFailedSince(since: Instant): Promise<number> {
      const failed = table().where('state', 'failed').where('done_at', '>=', since);
      return Count.parse(await failed.count({ count: '*' }))[0].count;
    },
  };
}
