import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOverlap } from '../db/retry.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
});
afterEach(() => api.close());

const nine = Instant.parse('2027-03-01T09:00:00.000Z');

const hold = (startsAt: Instant, idempotencyKey: string = randomUUID()) =>
  api.client().call(appointmentRoutes.holdPublicly, {
    body: { serviceId: world.service.id, contactPointId: world.contactPoint.id, language: 'lv', startsAt },
    idempotencyKey,
  });

async function race(racers: Promise<unknown>[]) {
  const results = await Promise.allSettled(racers);
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.type)] : []));
  return { won: results.length - refusals.length, refusals: [...new Set(refusals)] };
}

describe('many who want the same time', () => {
  it('get it as often as there are specialists and kiosks for it, and the others are told', async () => {
    for (let count = 0; count < 3; count += 1) {
      await world.kiosk({ online: false });
      await giveSchedule(world, (await world.specialist({ atWork: false })).id);
    }
    const racers = Array.from({ length: 30 }, () => hold(nine));
    expect(await race(racers)).toEqual({ won: 3, refusals: ['slot-taken'] });
  });

  it('get one kiosk only once, however many specialists are free', async () => {
    await world.kiosk({ online: false });
    for (let count = 0; count < 3; count += 1)
      await giveSchedule(world, (await world.specialist({ atWork: false })).id);
    expect(await race(Array.from({ length: 20 }, () => hold(nine)))).toEqual({ won: 1, refusals: ['slot-taken'] });
  });

  it('do not get twice what they asked for twice at the same moment', async () => {
    for (let count = 0; count < 2; count += 1) {
      await world.kiosk({ online: false });
      await giveSchedule(world, (await world.specialist({ atWork: false })).id);
    }
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => hold(nine, key)));
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
  });

  it('get a time whose hold is over exactly once', async () => {
    await world.kiosk({ online: false });
    await giveSchedule(world, (await world.specialist({ atWork: false })).id);
    await hold(nine);
    api.clock.advance(5 * 60_000);
    expect(await race(Array.from({ length: 10 }, () => hold(nine)))).toEqual({ won: 1, refusals: ['slot-taken'] });
  });
});

describe('the database itself', () => {
  const Row = z.record(z.string(), z.unknown());
  /** A copy of what is booked, as no code of ours would write it. */
  async function copy(change: Record<string, unknown>): Promise<unknown> {
    const table = () => api.context.db.connection('appointments');
    const row = Row.parse(await table().first());
    try {
      await table().insert({ ...row, id: randomUUID(), code: randomUUID().slice(0, 9), ...change });
      return 'written';
    } catch (error) {
      return isOverlap(error) ? 'overlap' : error;
    }
  }

  it('has no specialist and no kiosk twice at once, but lets one begin when the other ends', async () => {
    const kiosk = await world.kiosk({ online: false });
    const other = await world.specialist({ atWork: false });
    await giveSchedule(world, (await world.specialist({ atWork: false })).id);
    await hold(nine);
    const [five, ten, twenty] = [5, 10, 20].map((minutes) => addMilliseconds(nine, minutes * 60_000));
    const during = { starts_at: five, taken_from: five };
    const after = { starts_at: ten, taken_from: ten, ends_at: twenty, taken_until: twenty };
    expect(await copy(during)).toBe('overlap');
    expect(await copy({ ...during, kiosk_id: null })).toBe('overlap');
    expect(await copy({ ...during, specialist_id: other.id, kiosk_id: kiosk.id })).toBe('overlap');
    expect(await copy({ ...during, state: 'cancelled' })).toBe('written');
    expect(await copy(after)).toBe('written');
    const { db } = api.context;
    const moved = db.connection('appointments').where({ state: 'cancelled' }).update({ state: 'booked' });
    await expect(moved).rejects.toSatisfy(isOverlap);
  });
});
