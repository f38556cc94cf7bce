import type { Knex } from 'knex';
import type { DatabaseConfig } from '../config/database-url.ts';
import type { Logger } from '../logger.ts';
import { applicationRole, ensureApplicationRole, grantToApplication } from './application-role.ts';
import { createKnex, type Engine } from './engines.ts';
import { type Migration, migrations } from './migrations.ts';

// Any number that nothing else in the database uses for an advisory lock.
const lockNumber = 731_904_112;

const sourceOf = (list: readonly Migration[], engine: Engine): Knex.MigrationSource<Migration> => ({
  getMigrations: async () => [...list],
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => ({
    up: (connection) => migration.up(connection, engine),
    down: (connection) => migration.down(connection, engine),
  }),
});

/** All that is missing, or all back, in one transaction: a second process that starts at the same moment waits. */
export async function migrate(
  pool: Knex,
  engine: Engine,
  { list = migrations, direction = 'up' }: { list?: readonly Migration[]; direction?: 'up' | 'down' } = {},
): Promise<void> {
  await pool.transaction(async (transaction) => {
    if (engine === 'postgres') await transaction.raw('select pg_advisory_xact_lock(?)', [lockNumber]);
    const config = { migrationSource: sourceOf(list, engine), tableName: 'migrations', disableTransactions: true };
    if (direction === 'up') await transaction.migrate.latest(config);
    else await transaction.migrate.rollback(config, true);
  });
}

/**
 * Brings the tables up to date, and says what the server may do with them.
 * @returns the connections that it works with: on PostgreSQL not those of the tables' owner
 */
export async function prepareDatabase(config: DatabaseConfig, logger: Logger): Promise<Knex> {
  const owner = createKnex(config, { logger });
  let keep = config.engine === 'sqlite';
  try {
    if (config.engine === 'postgres') await ensureApplicationRole(owner);
    await migrate(owner, config.engine);
    if (config.engine === 'sqlite') return owner;
    // Together with any other server that starts: PostgreSQL does not like the same grants twice at once.
    await owner.transaction(async (transaction) => {
      await transaction.raw('select pg_advisory_xact_lock(?)', [lockNumber]);
      await grantToApplication(transaction);
    });
    return createKnex(config, { logger, role: applicationRole });
  } catch (error) {
    keep = false;
    throw error;
  } finally {
    if (!keep) await owner.destroy();
  }
}
