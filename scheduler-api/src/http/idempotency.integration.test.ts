import { defineRoutes } from '@remote-clerk/shared/contracts/http/route.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../db/database.ts';
import { createLogger } from '../logger.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createIdempotency } from './idempotency.ts';

const { make } = defineRoutes({
  make: {
    method: 'post',
    path: '/api/v1/things',
    tag: 'Thing',
    summary: 'Make',
    permission: 'public',
    reply: z.object({ number: z.int() }),
    status: 201,
    idempotent: true,
  },
});

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await openDatabase(database.config, createLogger('silent'));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const request = { params: undefined, query: undefined, body: undefined };

it('of tries that all found no reply yet, one does the thing and all get its reply', async () => {
  const { once } = createIdempotency({ db, clock: createFakeClock() });
  let number = 0;
  const handle = async () => {
    number += 1;
    await db.connection('idempotency_keys').first();
    return { number };
  };
  const call = { key: 'racing-key', principal: undefined, route: make, request };
  const replies = await Promise.all(Array.from({ length: 8 }, () => once(call, handle)));
  expect(replies).toEqual(Array(8).fill({ number: 1 }));
});

it('when the one that does it fails, another does it', async () => {
  const { once } = createIdempotency({ db, clock: createFakeClock() });
  let tries = 0;
  const handle = async () => {
    tries += 1;
    if (tries === 1) throw new Error('the first fails');
    return { number: tries };
  };
  const call = { key: 'failing-key', principal: undefined, route: make, request };
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => once(call, handle)));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))).toEqual(
    Array(4).fill({ number: 2 }),
  );
});
