import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { beginCall, type LiveCall } from '../testing/live-call.ts';
import { startRelay } from '../testing/tcp-relay.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createKnex } from './engines.ts';

const server = process.env.TEST_DATABASE_URL;

const problemOf = async (asked: Promise<unknown>) => {
  const outcome = await asked.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  return outcome instanceof ProblemError ? outcome.type : outcome;
};

// SQLite is a file: there is no server that could be away.
describe.runIf(server)('a PostgreSQL server that goes and comes back', () => {
  let database: TestDatabase;
  let relay: Awaited<ReturnType<typeof startRelay>>;
  let api: TestApi;
  let world: World;
  let node: Awaited<ReturnType<World['node']>>;
  let call: LiveCall;
  beforeEach(async () => {
    database = await createTestDatabase();
    if (database.config.engine !== 'postgres') throw new Error('TEST_DATABASE_URL is not of PostgreSQL');
    const url = new URL(database.config.url);
    relay = await startRelay(url.hostname, Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(relay.port);
    api = await bootApi({ config: { database: { engine: 'postgres', url: url.href } } });
    world = await createWorld(api);
    node = await world.node();
    call = await beginCall(world, node);
  });
  afterEach(async () => {
    await api.close();
    await relay.cut();
    await database.drop();
  });

  const hold = (held: boolean) =>
    call.specialist.client.call(consultationRoutes.holdConsultation, {
      params: { consultationId: call.consultationId },
      body: { held },
    });
  const holds = (state: boolean) => (view: KioskView) => view.consultation?.held === state;

  it('is said to be away meanwhile; sockets stay, jobs go on afterwards, and the call is as it was', async () => {
    await relay.cut();
    expect(await problemOf(call.kiosk.view())).toBe('unavailable');
    expect(await problemOf(hold(true))).toBe('unavailable');
    expect(await call.kiosk.socket?.ask('view.read', {})).toBe('unavailable');
    expect(await node.heartbeat([call.roomId])).toBe('unavailable');
    for (let second = 0; second < 30; second += 1) {
      api.clock.advance(1_000);
      await api.jobs.tick();
    }

    await relay.restore();
    api.clock.advance(1_000);
    await api.jobs.tick();
    expect((await call.kiosk.view()).consultation).toMatchObject({ state: 'live', room: { id: call.roomId } });
    await hold(true);
    await call.kiosk.socket?.told('kiosk', KioskView, holds(true));
    await node.heartbeat([call.roomId]);
    expect((await call.ticket(call.kiosk)).roomId).toBe(call.roomId);
  });

  it('notices afterwards who went meanwhile', async () => {
    await relay.cut();
    call.kiosk.socket?.close();
    await relay.restore();
    await expect
      .poll(async () => (await world.services.kiosks.list({ kind: 'system' })).map(({ online }) => online), {
        timeout: 5_000,
      })
      .toEqual([false]);
  });

  it('may end every connection at any moment', async () => {
    const admin = createKnex({ engine: 'postgres', url: server ?? '' });
    const kill = () =>
      admin.raw(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and application_name = 'scheduler-api' and pid <> pg_backend_pid()",
        [database.config.engine === 'postgres' ? new URL(database.config.url).pathname.slice(1) : ''],
      );
    for (let round = 0; round < 5; round += 1) {
      const asked = Promise.all(Array.from({ length: 20 }, () => problemOf(call.kiosk.view())));
      await kill();
      for (const outcome of await asked) expect(['not refused', 'unavailable']).toContain(outcome);
      await kill();
      expect(['not refused', 'unavailable']).toContain(await problemOf(hold(round % 2 === 0)));
    }
    await expect.poll(() => problemOf(call.kiosk.view())).toBe('not refused');
    await admin.destroy();
  });
});
