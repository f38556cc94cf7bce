import { AsyncLocalStorage } from 'node:async_hooks';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Knex } from 'knex';
import type { DatabaseConfig } from '../config/database-url.ts';
import type { Logger } from '../logger.ts';
import { prepareDatabase } from './migrate.ts';
import { retryConflicts } from './retry.ts';
import { createWall, type Wall } from './wall.ts';

/** Where queries go: an open transaction, or the pool. */
export type Connection = Knex;

export type Database = Awaited<ReturnType<typeof openDatabase>>;

type Ambient = { transaction: Knex.Transaction; afterCommit: (() => unknown)[]; over: boolean; wall: Wall | undefined };

/**
 * Opens the database and brings its tables up to date.
 *
 * `connection` and `transaction` know the transaction they are called in (by async context), so a service called from
 * another's transaction takes part in it, and nothing ever waits for a second connection while holding the first.
 */
export async function openDatabase(config: DatabaseConfig, logger: Logger) {
  const pool = await prepareDatabase(config, logger);
  const ambient = new AsyncLocalStorage<Ambient>();
  const current = () => {
    const store = ambient.getStore();
    return store && !store.over ? store : undefined;
  };

  async function run<T>(outer: Knex, work: (connection: Connection) => Promise<T>, within?: readonly OrganisationId[]) {
    const afterCommit: Ambient['afterCommit'] = [];
    const wall = current()?.wall;
    const result = await outer.transaction(async (transaction) => {
      const store: Ambient = {
        transaction,
        afterCommit,
        over: false,
        wall: within ? createWall(transaction, within) : wall,
      };
      try {
        if (within) await store.wall?.raise();
        return await ambient.run(store, () => work(transaction));
      } finally {
        store.over = true;
      }
    });
    return { result, afterCommit };
  }

  async function attempt(effect: () => unknown): Promise<void> {
    try {
      await effect();
    } catch (err) {
      logger.error({ err }, 'what should have followed a transaction failed');
    }
  }

  return {
    engine: config.engine,

    get connection(): Connection {
      return current()?.transaction ?? pool;
    },

    /**
     * Runs `work` in one transaction: all of it or nothing. Inside another it is a savepoint. The outermost is tried
     * again when the engine refuses it for what others did at the same time, so `work` may run more than once:
     * whatever must happen once and outside the database belongs in `afterCommit`.
     */
    async transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
      const outer = current();
      if (outer) {
        const { result, afterCommit } = await run(outer.transaction, work);
        outer.afterCommit.push(...afterCommit);
        return result;
      }
      const { result, afterCommit } = await retryConflicts(() => run(pool, work));
      for (const effect of afterCommit) await attempt(effect);
      return result;
    },

    /**
     * Runs `work` where PostgreSQL itself shows no row with citizens' data but these organisations'. What `work` has happen
     * after commit, happens outside. On SQLite there is no such wall.
     */
    async behindWall<T>(within: readonly OrganisationId[], work: () => Promise<T>): Promise<T> {
      if (config.engine === 'sqlite' || current()) return work();
      const { result, afterCommit } = await retryConflicts(() => run(pool, work, within));
      for (const effect of afterCommit) await attempt(effect);
      return result;
    },

    /** For what has to be counted over all organisations also behind the wall, such as places in a line. */
    beyondWall<T>(work: () => Promise<T>): Promise<T> {
      const wall = current()?.wall;
      return wall ? wall.lowered(work) : work();
    },

    /**
     * Runs `effect` once the present transaction is committed, never if it is not; at once outside of one. What it
     * throws is logged only: what was committed has happened.
     */
    async afterCommit(effect: () => unknown): Promise<void> {
      const store = current();
      if (store) store.afterCommit.push(effect);
      else await attempt(effect);
    },

    /** SQL for a text or JSON column in lower case, in any alphabet. @param column as it stands in a raw query, e.g. `??` */
    foldCase: (column: string): string =>
      config.engine === 'postgres' ? `lower(cast(${column} as text) collate "und-x-icu")` : `unicode_lower(${column})`,

    /** @throws when the database does not answer */
    async ping(): Promise<void> {
      await pool.raw('select 1');
    },

    close: () => pool.destroy(),
  };
}
