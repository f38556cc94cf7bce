import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { type Instant, Instant as InstantSchema } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let clerk: Awaited<ReturnType<World['clerk']>>;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  clerk = await world.clerk();
});
afterEach(() => api.close());

/** Monday 1 March 2027; in Riga it is two hours later than UTC. */
const at = (time: string, day = '2027-03-01'): Instant => InstantSchema.parse(`${day}T${time}:00.000Z`);
const citizen = { name: 'Jānis Ķēniņš', email: null, phone: '+371 20000000' };

const key = () => ({ idempotencyKey: randomUUID() });
const slots = (query: Record<string, string> = {}) =>
  clerk.client.call(appointmentRoutes.findSlots, {
    query: {
      serviceId: world.service.id,
      contactPointId: world.contactPoint.id,
      language: 'lv',
      firstDay: '2027-03-01',
      lastDay: '2027-03-01',
      ...query,
    },
  });
const hold = (startsAt: Instant, wish: Record<string, unknown> = {}, idempotencyKey: string = randomUUID()) =>
  clerk.client.call(appointmentRoutes.holdAppointment, {
    body: {
      serviceId: world.service.id,
      contactPointId: world.contactPoint.id,
      language: 'lv',
      startsAt,
      ...wish,
    },
    idempotencyKey,
  });
const confirm = (appointmentId: string) =>
  clerk.client.call(appointmentRoutes.confirmAppointment, { params: { appointmentId }, body: { citizen }, ...key() });
const book = async (startsAt: Instant, wish: Record<string, unknown> = {}) => confirm((await hold(startsAt, wish)).id);

async function bookable(kiosks = 1) {
  for (let count = 0; count < kiosks; count += 1) await world.kiosk({ online: false });
  const specialist = await world.specialist({ atWork: false });
  await giveSchedule(world, specialist.id);
  return specialist;
}

describe('times that can be booked', () => {
  it('begin in working time, one after another, not before now', async () => {
    await bookable();
    const { slots: found } = await slots();
    expect(found[0]).toMatchObject({ startsAt: at('08:00'), endsAt: at('08:10'), free: 1 });
    expect(found.at(-1)).toMatchObject({ startsAt: at('14:50') });
    expect(found).toHaveLength(42);
  });

  it('are counted over all who are free', async () => {
    await bookable(2);
    await bookable(0);
    expect((await slots({ limit: '1' })).slots).toMatchObject([{ free: 2 }]);
  });

  it('need a kiosk that is free', async () => {
    await bookable(1);
    await bookable(0);
    await book(at('09:00'));
    const { slots: found } = await slots();
    expect(found.map(({ startsAt }) => startsAt)).not.toContain(at('09:00'));
  });

  it('go on from day to day until there are enough', async () => {
    await bookable();
    const found = await slots({ lastDay: '2027-03-31', limit: '50' });
    expect(found.slots).toHaveLength(50);
    expect(found.continueOn).toBe('2027-03-02');
  });

  it('are none on a public holiday, and none with somebody who has no schedule', async () => {
    await world.specialist({ atWork: false });
    expect((await slots()).slots).toEqual([]);
    await bookable();
    expect((await slots({ firstDay: '2027-03-26', lastDay: '2027-03-26' })).slots).toEqual([]);
  });

  it.each([
    ['a day that comes before the first', { firstDay: '2027-03-02' }],
    ['a year that nobody books in', { lastDay: '9999-01-01' }],
    ['a day that there is none of', { firstDay: '2027-02-30' }],
    ['more days than a screen shows', { lastDay: '2027-12-31' }],
  ])('are refused with a reason for %s', async (_what, query) => {
    const fields = expect.arrayContaining([expect.objectContaining({ pointer: expect.stringMatching('^/query/') })]);
    await expect(slots(query)).rejects.toMatchObject({ type: 'invalid-request', fields });
  });
});

describe('booking', () => {
  it('keeps a time, then books it, with the kiosk', async () => {
    const specialist = await bookable();
    const held = await hold(at('09:00'));
    expect(held).toMatchObject({ state: 'pending', heldUntil: at('08:05'), specialist: { id: specialist.id } });
    const booked = await confirm(held.id);
    expect(booked).toMatchObject({ state: 'booked', heldUntil: null, citizen, kiosk: { name: 'Kiosks' } });
  });

  it('is done once however often it is asked for', async () => {
    await bookable();
    const sameKey = randomUUID();
    const first = await hold(at('09:00'), {}, sameKey);
    expect(await hold(at('09:00'), {}, sameKey)).toEqual(first);
  });

  it('offers the next free times for one that is gone', async () => {
    await bookable();
    await book(at('09:00'));
    await expect(hold(at('09:00'))).rejects.toMatchObject({
      type: 'slot-taken',
      alternatives: [at('08:00'), at('08:10'), at('08:20'), at('08:30'), at('08:40')],
    });
  });

  it('gives up a hold after five minutes, and tells who confirms it too late', async () => {
    await bookable();
    const held = await hold(at('09:00'));
    api.clock.advance(5 * 60_000);
    await expect(confirm(held.id)).rejects.toMatchObject({ type: 'hold-expired' });
    expect(await book(at('09:00'))).toMatchObject({ state: 'booked' });
    await expect(confirm(held.id)).rejects.toMatchObject({ type: 'hold-expired' });
  });

  it('takes the specialist who has least to do that week', async () => {
    const [first, second] = [await bookable(3), await bookable(0)];
    const chosen = [];
    for (const time of ['09:00', '10:00', '11:00', '12:00']) chosen.push((await book(at(time))).specialist.id);
    expect(chosen.filter((id) => id === first.id)).toHaveLength(2);
    expect(chosen.filter((id) => id === second.id)).toHaveLength(2);
  });

  it('refuses what is no time of anybody', async () => {
    await bookable();
    for (const startsAt of [at('07:00'), at('15:00'), at('05:00', '2027-03-02')])
      await expect(hold(startsAt)).rejects.toMatchObject({ type: 'slot-taken' });
    await expect(hold(InstantSchema.parse('2027-03-01T09:03:00.000Z'))).rejects.toMatchObject({ type: 'slot-taken' });
    await expect(hold(at('09:00'), { contactPointId: null })).rejects.toMatchObject({ type: 'invalid-request' });
    await expect(hold(at('09:00'), { channel: 'in-person' })).rejects.toMatchObject({ type: 'invalid-request' });
  });

  it('lands on the wall-clock time that was chosen on both sides of the change of the clock', async () => {
    await world.kiosk({ online: false });
    const specialist = await world.specialist({ atWork: false });
    const open = (day: string) => ({
      kind: 'open',
      reason: 'extra-hours',
      firstDay: day,
      lastDay: day,
      hours: { from: '09:30', until: '11:00' },
      channels: ['telephone'],
    });
    await giveSchedule(world, specialist.id, { weekdays: [], exceptions: [open('2027-03-27'), open('2027-03-28')] });
    await api.context.db.connection('public_services').update({ channels: '["telephone"]' });
    const wish = { channel: 'telephone', contactPointId: null };
    expect(await book(at('07:30', '2027-03-27'), wish)).toMatchObject({ startsAt: at('07:30', '2027-03-27') });
    expect(await book(at('06:30', '2027-03-28'), wish)).toMatchObject({ startsAt: at('06:30', '2027-03-28') });
    await expect(book(at('08:30', '2027-03-28'), wish)).rejects.toMatchObject({ type: 'slot-taken' });
  });
});

describe('moving and cancelling', () => {
  const move = (appointmentId: string, version: number, startsAt: Instant) =>
    clerk.client.call(appointmentRoutes.moveAppointment, {
      params: { appointmentId },
      body: { version, startsAt },
      ...key(),
    });

  it('gives up the old time only when the new one is had', async () => {
    await bookable();
    const first = await book(at('09:00'));
    const other = await book(at('10:00'));
    await expect(move(first.id, first.version, at('10:00'))).rejects.toMatchObject({ type: 'slot-taken' });
    await expect(hold(at('09:00'))).rejects.toMatchObject({ type: 'slot-taken' });
    const moved = await move(first.id, first.version, at('11:00'));
    expect(moved).toMatchObject({ id: first.id, code: first.code, startsAt: at('11:00'), state: 'booked' });
    expect(await book(at('09:00'))).toMatchObject({ state: 'booked' });
    expect(other.state).toBe('booked');
  });

  it('can move by less than it lasts, over its own time', async () => {
    await bookable();
    const first = await book(at('09:00'));
    expect(await move(first.id, first.version, at('09:05'))).toMatchObject({ startsAt: at('09:05') });
  });

  it('is refused for an appointment that was changed since it was read', async () => {
    await bookable();
    const first = await book(at('09:00'));
    await move(first.id, first.version, at('11:00'));
    await expect(move(first.id, first.version, at('12:00'))).rejects.toMatchObject({ type: 'conflict' });
  });

  it('frees the time when it is cancelled', async () => {
    await bookable();
    const { id, version } = await book(at('09:00'));
    const cancelled = await clerk.client.call(appointmentRoutes.cancelAppointment, {
      params: { appointmentId: id },
      body: { version },
      ...key(),
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'contact-point' });
    expect(await book(at('09:00'))).toMatchObject({ state: 'booked' });
  });
});

describe('a series', () => {
  const series = (startsAt: Instant, weeks: number) =>
    clerk.client.call(appointmentRoutes.bookSeries, {
      body: {
        serviceId: world.service.id,
        contactPointId: world.contactPoint.id,
        language: 'lv',
        startsAt,
        weeks,
        citizen,
      },
      ...key(),
    });

  it('is the same time on the wall each week, with one specialist', async () => {
    await bookable();
    await bookable(0);
    const { appointments } = await series(at('09:00', '2027-03-16'), 3);
    expect(appointments.map(({ startsAt }) => startsAt)).toEqual([
      at('09:00', '2027-03-16'),
      at('09:00', '2027-03-23'),
      at('08:00', '2027-03-30'),
    ]);
    expect(new Set(appointments.map(({ specialist }) => specialist.id)).size).toBe(1);
  });

  it('is booked whole, or each conflict is named and nothing is', async () => {
    await bookable();
    await book(at('09:00', '2027-03-08'));
    await expect(series(at('09:00', '2027-03-02'), 2)).resolves.toBeDefined();
    await expect(series(at('09:00', '2027-03-08'), 4)).rejects.toMatchObject({
      type: 'series-conflict',
      fields: [{ pointer: '/body/weeks/0' }, { pointer: '/body/weeks/3' }],
    });
    expect(await book(at('09:00', '2027-03-15'))).toMatchObject({ state: 'booked' });
  });
});

describe('a citizen with a code', () => {
  const nobody = () => api.client();
  const holdPublicly = (startsAt: Instant) =>
    nobody().call(appointmentRoutes.holdPublicly, {
      body: { serviceId: world.service.id, contactPointId: world.contactPoint.id, language: 'lv', startsAt },
      ...key(),
    });
  const body = (code: string) => ({ body: { code } });

  it('books, finds, moves and cancels without signing in', async () => {
    await bookable();
    const { code } = await holdPublicly(at('09:00'));
    await nobody().call(appointmentRoutes.confirmPublicly, { body: { code, citizen }, ...key() });
    const spoken = `${code.slice(0, 3)}-${code.slice(3, 6)} ${code.slice(6)}`.toLowerCase();
    expect(await nobody().call(appointmentRoutes.findPublicly, body(spoken))).toMatchObject({
      code,
      state: 'booked',
      citizenName: citizen.name,
    });
    const moved = await nobody().call(appointmentRoutes.movePublicly, {
      body: { code, startsAt: at('10:00') },
      ...key(),
    });
    expect(moved).toMatchObject({ code, startsAt: at('10:00') });
    expect(await nobody().call(appointmentRoutes.cancelPublicly, { ...body(code), ...key() })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is told when the time that was kept is over, before anyone has swept it up', async () => {
    await bookable();
    const { code } = await holdPublicly(at('09:00'));
    api.clock.advance(5 * 60_000);
    expect(await nobody().call(appointmentRoutes.findPublicly, body(code))).toMatchObject({ state: 'cancelled' });
  });

  it('is not found by a code that is nobody’s', async () => {
    await expect(nobody().call(appointmentRoutes.findPublicly, body('K7M2QX9DA'))).rejects.toMatchObject({
      type: 'not-found',
    });
  });
});

describe('time', () => {
  it('makes a missed appointment of one to which nobody came, and sweeps holds', async () => {
    await bookable();
    const missed = await book(at('08:30'));
    const held = await hold(at('12:00'));
    api.clock.advance(61 * 60_000);
    await api.jobs.tick();
    const { appointments } = world.services;
    expect(await appointments.present(missed.id)).toMatchObject({ state: 'noshow' });
    expect(await appointments.present(held.id)).toMatchObject({ state: 'cancelled', cancelReason: 'hold-expired' });
  });
});
