import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isDuplicate } from '../db/retry.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { problemOf, type WaitingRoom, waitingRoom } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let room: WaitingRoom;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  await world.node();
  room = waitingRoom(world, await world.clerk());
});
afterEach(() => api.close());

const Row = z.record(z.string(), z.unknown());
const tickets = () => api.context.db.connection('queue_tickets');

describe('many at once', () => {
  it('get a number each, one after another without gaps', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => room.issue()));
    const numbers = given.map(({ number }) => Number(number.slice(1))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('who call, hold, begin and end as they like break nothing, and are told why when they may not', async () => {
    const kiosks = await Promise.all([1, 2, 3].map(() => world.kiosk()));
    for (let count = 0; count < 2; count += 1) await world.specialist();
    const numbers = await Promise.all(Array.from({ length: 6 }, () => room.issue()));
    const outcomes = new Set<unknown>();
    for (let round = 0; round < 4; round += 1) {
      const commands = numbers.flatMap(({ id }, index) => {
        const kiosk = kiosks[(index + round) % kiosks.length];
        if (!kiosk) return [];
        return [
          room.call(id, index % 2 ? kiosk.id : null),
          room.begin(kiosk, id),
          room.step('holdTicket', id),
          room.step('resumeTicket', id),
          room.step('putTicketBack', id),
          ...(index < kiosks.length ? [room.wipe(kiosk), kiosk.ask()] : []),
        ];
      });
      for (const outcome of await Promise.all(commands.map(problemOf))) outcomes.add(outcome);
      await api.jobs.tick();

      const called = z.array(Row).parse(await tickets().where({ state: 'called' }));
      expect(new Set(called.map((ticket) => ticket.kiosk_id)).size).toBe(called.length);
      const begun = z.array(Row).parse(await tickets().where({ state: 'serving' }));
      const open = z
        .array(Row)
        .parse(
          await api.context.db
            .connection('consultations')
            .whereIn('state', ['waiting', 'offered', 'accepted'])
            .whereNotNull('ticket_id'),
        );
      expect(begun.map(({ id }) => id).toSorted()).toEqual(open.map(({ ticket_id }) => ticket_id).toSorted());
      const views = await Promise.all(kiosks.map((kiosk) => kiosk.view()));
      for (const view of views) {
        const inUse = view.consultation !== null && view.consultation.endReason === null;
        expect({ inUse, called: inUse && view.calledTicket !== null }).toEqual({ inUse, called: false });
      }
    }
    for (const outcome of outcomes)
      expect(['not refused', 'illegal-transition', 'kiosk-busy', 'conflict']).toContain(outcome);
  });
});

describe('the database itself', () => {
  const write = (change: Promise<unknown>) =>
    change.then(
      () => 'kept',
      (error: unknown) => (isDuplicate(error) ? 'refused as the second' : error),
    );

  it('has no two numbers called to one kiosk, and no number twice on a day', async () => {
    const kiosk = await world.kiosk({ online: false });
    const [one, two] = [await room.issue(), await room.issue()];
    const call = (id: string) => write(tickets().where({ id }).update({ state: 'called', kiosk_id: kiosk.id }));
    expect(await call(one.id)).toBe('kept');
    expect(await call(two.id)).toBe('refused as the second');
    expect(await write(tickets().where({ id: two.id }).update({ number: one.number }))).toBe('refused as the second');
    expect(await write(tickets().where({ id: two.id }).update({ number: one.number, day: '2027-03-02' }))).toBe('kept');
  });
});
