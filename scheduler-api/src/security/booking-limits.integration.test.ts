import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await bootApi({ config: { rateLimits: true } });
  world = await createWorld(api);
  await world.kiosk({ online: false });
  await giveSchedule(world, (await world.specialist({ atWork: false })).id);
});
afterAll(() => api.close());

const outcomes = async (requests: (() => Promise<unknown>)[]) => {
  const seen: string[] = [];
  for (const request of requests)
    seen.push(
      await request().then(
        () => 'done',
        (error) => String(error.type),
      ),
    );
  return seen;
};

describe('one address, without signing in', () => {
  it('keeps ten times a minute, and not all that there are', async () => {
    const hold = (minute: number) => () =>
      api.client().call(appointmentRoutes.holdPublicly, {
        body: {
          serviceId: world.service.id,
          contactPointId: world.contactPoint.id,
          language: 'lv',
          startsAt: Instant.parse(`2027-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`),
        },
        idempotencyKey: randomUUID(),
      });
    const requests = Array.from({ length: 12 }, (_, index) => hold((index % 6) * 10));
    const seen = await outcomes(requests);
    expect(seen.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'done'));
    expect(seen.slice(10)).toEqual(['too-many-requests', 'too-many-requests']);
  });

  it('guesses ten codes a minute', async () => {
    const guess = () => api.client().call(appointmentRoutes.findPublicly, { body: { code: 'K7M2QX9DA' } });
    const seen = await outcomes(Array.from({ length: 11 }, () => guess));
    expect(seen.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'not-found'));
    expect(seen.at(-1)).toBe('too-many-requests');
  });
});
