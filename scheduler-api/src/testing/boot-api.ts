import { createSchedulerApi, type Overrides } from '../app.ts';
import type { Config } from '../config/config.ts';
import { createBuilders } from './builders.ts';
import { createFakeClock } from './fake-clock.ts';
import { createTestClient } from './test-client.ts';
import { testConfig } from './test-config.ts';
import { createTestDatabaseWithTables } from './test-database.ts';

export type BootOptions = { config?: Partial<Config>; overrides?: Omit<Overrides, 'clock'> };
export type TestApi = Awaited<ReturnType<typeof bootApi>>;

/**
 * The whole server in this process, on a free port and an empty database, with a clock that stands still and jobs that
 * run on `jobs.tick()`. Close it with `close()`, or by `await using`.
 */
export async function bootApi({ config = {}, overrides = {} }: BootOptions = {}) {
  const database = await createTestDatabaseWithTables();
  const clock = createFakeClock();
  const api = await createSchedulerApi({
    config: testConfig(database.config, config),
    overrides: { jobs: 'by-hand', ...overrides, clock },
  });
  const close = async () => {
    await api.close();
    await database.drop();
  };
  return {
    ...api,
    clock,
    build: createBuilders(api.context),
    /** A new browser: nobody until it signs in. */
    client: () => createTestClient(api.url),
    close,
    [Symbol.asyncDispose]: close,
  };
}
