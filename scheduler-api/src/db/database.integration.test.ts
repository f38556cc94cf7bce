import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { createKnex } from './engines.ts';

const log: string[] = [];
let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const open = () => openDatabase(database.config, createLogger('info', { write: (line) => void log.push(line) }));
  const makeTable = (connection: Knex) =>
    connection.schema.createTable('words', (table) => table.text('word').primary());
  if (database.config.engine === 'postgres') {
    // The server may not make tables: they are there before it comes.
    const owner = createKnex(database.config);
    await makeTable(owner);
    await owner.destroy();
    db = await open();
  } else {
    db = await open();
    await makeTable(db.connection);
  }
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const write = (word: string) => db.connection('words').insert({ word });
const words = async () => (await db.connection('words').orderBy('word').pluck('word')) as unknown;

describe('a transaction', () => {
  it('is what everything called inside takes part in', async () => {
    const failure = db.transaction(async () => {
      await write('lost');
      await turn();
      expect(await words()).toEqual(['lost']);
      throw new Error('no');
    });
    await expect(failure).rejects.toThrow('no');
    expect(await words()).toEqual([]);
  });

  it('inside another is undone alone', async () => {
    await db.transaction(async () => {
      await write('outer');
      await db
        .transaction(async () => {
          await write('inner');
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    expect(await words()).toEqual(['outer']);
  });

  it('lets effects happen after it, and only if it holds', async () => {
    const said: string[] = [];
    await db.transaction(async () => {
      await db.afterCommit(() => said.push('outer'));
      await db.transaction(async () => void (await db.afterCommit(() => said.push('inner'))));
      await db
        .transaction(async () => {
          await db.afterCommit(() => said.push('undone'));
          throw new Error('no');
        })
        .catch(() => undefined);
      expect(said).toEqual([]);
    });
    await db.afterCommit(() => said.push('at once'));
    expect(said).toEqual(['outer', 'inner', 'at once']);
  });

  it('stands though what follows it fails, and the log says so', async () => {
    const result = await db.transaction(async () => {
      await db.afterCommit(() => {
        throw new Error('nobody listens');
      });
      return 'done';
    });
    expect(result).toBe('done');
    expect(log.join('')).toContain('nobody listens');
  });

  it('is left behind by what was started in it and goes on after it', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let over = () => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    await db.transaction(async () => {
      later = ended.then(() => write('later'));
    });
    over();
    await later;
    expect(await words()).toContain('later');
  });

  it('is tried again when the engine refuses it for what others did', async () => {
    let tries = 0;
    const result = await db.transaction(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('busy'), { code: tries === 1 ? '40001' : 'SQLITE_BUSY' });
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
  });

  it('of which many run at once all come through', async () => {
    await db.connection('words').delete();
    await Promise.all(Array.from({ length: 40 }, (_, index) => db.transaction(() => write(`word ${index}`).then())));
    expect(await words()).toHaveLength(40);
  });
});

it('folds the case of every alphabet', async () => {
  const { rows, ...sqlite } = await db.connection.raw(`select ${db.foldCase('?')} as folded`, ['ĀŽ ЩЇ']);
  expect(rows ?? Object.values(sqlite)).toEqual([{ folded: 'āž щї' }]);
});
