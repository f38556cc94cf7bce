import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { grantToApplication } from '../db/application-role.ts';
import { createKnex } from '../db/engines.ts';
import { type Migration, migrations } from '../db/migrations.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { createScene } from '../testing/scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi();
});
afterAll(() => api.close());

const Row = z.record(z.string(), z.unknown());

const columnsOf = (rows: readonly string[]) => Object.keys(Row.parse(JSON.parse(rows[0] ?? '{}')));

/** Rows with the columns that both have: a migration takes its own away again, and gives back what it took. */
function compared(rows: readonly string[], others: readonly string[]): string[] {
  const columns = columnsOf(others).filter((column) => columnsOf(rows).includes(column));
  const only = (row: string) => {
    const all = Row.parse(JSON.parse(row));
    return JSON.stringify(Object.fromEntries(columns.toSorted().map((column) => [column, all[column]])));
  };
  return rows.map(only).sort();
}

/** The one that makes no tables: on PostgreSQL it puts up walls in those that there are, on SQLite nothing. */
const wallOnly = '0013-wall';

it('every migration goes down and up again over a day’s data, and leaves alone what was there before it', async () => {
  await createScene(api);
  const { db, config } = api.context;
  // The server itself may not change tables.
  const owner = config.database.engine === 'postgres' ? createKnex(config.database) : undefined;
  const full = await dumpDatabase(api.context);
  const filled = Object.keys(full).filter((table) => full[table]?.length);
  expect(filled).toEqual(
    expect.arrayContaining(['kiosks', 'specialists', 'consultations', 'service_cases', 'case_timeline']),
  );

  const run = (list: readonly Migration[], direction: 'up' | 'down') =>
    (owner ?? db).transaction(async (connection) => {
      for (const migration of list) await migration[direction](connection, db.engine);
      if (owner && direction === 'up') await grantToApplication(connection);
    });
  const walls = async () => (db.engine === 'postgres' ? (await db.connection('pg_policies').select('*')).length : 0);
  const allWalls = await walls();
  expect(allWalls > 0).toBe(db.engine === 'postgres');
  const later = migrations.slice(1);
  for (let first = later.length - 1; first >= 0; first -= 1) {
    const undone = later.slice(first);
    await run(undone.toReversed(), 'down');
    const kept = await dumpDatabase(api.context);
    for (const [table, rows] of Object.entries(kept)) {
      expect(compared(rows, full[table] ?? [])).toEqual(compared(full[table] ?? [], rows));
    }
    expect(await walls()).toBe(0);
    const lost = Object.keys(full).length - Object.keys(kept).length;
    expect(lost > 0).toBe(undone.some(({ name }) => name !== wallOnly));
    await run(undone, 'up');
    expect(Object.keys(await dumpDatabase(api.context))).toEqual(Object.keys(full));
    expect(await walls()).toBe(allWalls);
  }
  await owner?.destroy();
});
