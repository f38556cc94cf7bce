import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule, testSchedule } from '../testing/schedules.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let manager: TestClient;
let specialist: WorldSpecialist;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  manager = await administrator();
  specialist = await world.specialist({ atWork: false });
  await world.kiosk({ online: false });
  await giveSchedule(world, specialist.id);
});
afterEach(() => api.close());

async function administrator() {
  const client = api.client();
  await client.signIn(await api.build.account({ organisationId: world.state.id, role: 'administrator' }));
  return client;
}

const leave = (day: string) => ({
  kind: 'add-exceptions' as const,
  exceptions: [
    {
      kind: 'closed' as const,
      reason: 'leave' as const,
      firstDay: day,
      lastDay: day,
      hours: null,
      channels: ['kiosk' as const, 'telephone' as const],
    },
  ],
});
const read = (id: AccountId = specialist.id) =>
  manager.call(scheduleRoutes.readSchedule, { params: { specialistId: id } });
async function change(what: Record<string, unknown>, orphans: 'refuse' | 'keep' = 'refuse', version?: number) {
  const { specialistId, version: present } = await read();
  const body = { specialists: [{ specialistId, version: version ?? present }], change: what, orphans };
  // The wire's shape is looser than the type: this is what a client may send.
  return manager.raw('/api/v1/schedule-changes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
}
async function refusal(answer: Response): Promise<{ name: string; pointers: string[]; detail: string }> {
  const problem = Problem.parse(await answer.json());
  return {
    name: problemName(problem),
    pointers: problem.errors?.map(({ pointer }) => pointer) ?? [],
    detail: problem.detail ?? '',
  };
}

async function book(startsAt: string) {
  const { appointments } = world.services;
  const held = await appointments.hold(
    {
      serviceId: world.service.id,
      contactPointId: world.contactPoint.id,
      channel: 'kiosk',
      language: 'lv',
      specialistId: null,
      startsAt: Instant.parse(startsAt),
    },
    { through: 'web', accountId: null, organisationId: null },
  );
  const citizen = { name: 'Jānis Ķēniņš', email: null, phone: null };
  return appointments.changeByCode(held.code, { kind: 'confirm', citizen });
}

describe('two managers who edit one schedule', () => {
  it('do not overwrite each other: the second is told who was first, and sees it', async () => {
    const { version } = await read();
    expect((await change(leave('2027-03-10'))).status).toBe(201);
    const second = await change(leave('2027-03-11'), 'refuse', version);
    expect(second.status).toBe(409);
    expect(await refusal(second)).toMatchObject({ name: 'conflict', detail: expect.stringContaining('Persona') });
    expect((await read()).schedule.exceptions).toMatchObject([{ firstDay: '2027-03-10' }]);
  });

  it('who are both the first to write one: one is refused', async () => {
    const newcomer = await world.specialist({ atWork: false });
    const first = () =>
      manager.call(scheduleRoutes.changeSchedules, {
        body: {
          specialists: [{ specialistId: newcomer.id, version: 0 }],
          change: { kind: 'replace', schedule: testSchedule() },
          orphans: 'keep',
        },
        idempotencyKey: randomUUID(),
      });
    const results = await Promise.allSettled([first(), first()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read(newcomer.id)).version).toBe(1);
  });
});

describe('a change that leaves appointments outside of working time', () => {
  it('is shown first, refused unless it is meant, and what is left can be moved in order', async () => {
    const { id } = await book('2027-03-10T09:00:00.000Z');
    const preview = await manager.call(scheduleRoutes.previewSchedules, {
      body: { specialistIds: [specialist.id], change: leave('2027-03-10') },
    });
    expect(preview.orphans).toMatchObject([{ id }]);
    expect((await read()).schedule.exceptions).toEqual([]);

    expect(await refusal(await change(leave('2027-03-10')))).toMatchObject({ name: 'appointments-orphaned' });
    expect((await read()).schedule.exceptions).toEqual([]);

    expect((await change(leave('2027-03-10'), 'keep')).status).toBe(201);
    const params = { institutionId: world.institution.id };
    const { orphans } = await manager.call(scheduleRoutes.listOrphans, { params });
    const [orphan] = orphans;
    const [nearest] = orphan?.proposals ?? [];
    expect(nearest?.startsAt).toBe('2027-03-09T14:50:00.000Z');
    if (!orphan || !nearest) throw new Error('nothing is proposed');
    await manager.call(appointmentRoutes.moveAppointment, {
      params: { appointmentId: orphan.appointment.id },
      body: { version: orphan.appointment.version, startsAt: nearest.startsAt, specialistId: nearest.specialist.id },
      idempotencyKey: randomUUID(),
    });
    expect((await manager.call(scheduleRoutes.listOrphans, { params })).orphans).toEqual([]);
  });

  it('does not count those that were outside already', async () => {
    await book('2027-03-10T09:00:00.000Z');
    await change(leave('2027-03-10'), 'keep');
    expect((await change(leave('2027-03-11'))).status).toBe(201);
  });

  it('can be an institution’s closure, which everyone has', async () => {
    await book('2027-03-10T09:00:00.000Z');
    const close = (orphans: 'refuse' | 'keep') =>
      manager.call(scheduleRoutes.createClosure, {
        params: { institutionId: world.institution.id },
        body: { name: 'Inventūra', firstDay: '2027-03-10', lastDay: '2027-03-10', hours: null, orphans },
        idempotencyKey: randomUUID(),
      });
    await expect(close('refuse')).rejects.toMatchObject({ type: 'appointments-orphaned' });
    const { closure, orphans } = await close('keep');
    expect(orphans).toHaveLength(1);
    const span = { query: { firstDay: '2027-03-10', lastDay: '2027-03-10' } };
    expect((await specialist.client.call(scheduleRoutes.readOwnCalendar, span)).calendar.working).toEqual([]);
    await manager.call(scheduleRoutes.deleteClosure, { params: { closureId: closure.id } });
    expect((await specialist.client.call(scheduleRoutes.readOwnCalendar, span)).calendar.working).toHaveLength(1);
  });
});

describe('what cannot be', () => {
  const open = (day: string, from: string, until: string) => ({
    kind: 'add-exceptions',
    exceptions: [
      {
        kind: 'open',
        reason: 'extra-hours',
        firstDay: day,
        lastDay: day,
        hours: { from, until },
        channels: ['kiosk'],
      },
    ],
  });

  it.each([
    ['a time that the clock jumps over', open('2027-03-28', '03:30', '05:00'), '/body/change/exceptions/0/hours/from'],
    ['an end before the start', open('2027-03-27', '11:00', '09:00'), '/body/change/exceptions/0/hours/until'],
    ['a year that nobody plans', open('9999-01-01', '09:00', '11:00'), '/body/change/exceptions/0/firstDay'],
    ['a time that there is none of', open('2027-03-27', '25:00', '26:00'), '/body/change/exceptions/0/hours/from'],
  ])('is refused with its place: %s', async (_what, wrong, pointer) => {
    const answer = await change(wrong);
    expect(answer.status).toBe(400);
    expect((await refusal(answer)).pointers).toContain(pointer);
    expect((await read()).version).toBe(1);
  });
});

describe('calendars', () => {
  it('show working time worked out, holidays and moved days by name, and leave', async () => {
    await change(leave('2027-03-25'));
    const { days, calendar } = await specialist.client.call(scheduleRoutes.readOwnCalendar, {
      query: { firstDay: '2027-03-25', lastDay: '2027-03-30' },
    });
    expect(days.map(({ holiday }) => holiday)).toEqual([
      null,
      'good-friday',
      null,
      'easter-sunday',
      'easter-monday',
      null,
    ]);
    expect(calendar.working).toEqual([
      { from: '2027-03-27T07:00:00.000Z', until: '2027-03-27T15:00:00.000Z', channels: ['kiosk', 'telephone'] },
      { from: '2027-03-30T06:00:00.000Z', until: '2027-03-30T14:00:00.000Z', channels: ['kiosk', 'telephone'] },
    ]);
    expect(calendar.leave).toMatchObject([{ firstDay: '2027-03-25' }]);
  });

  it('are of everybody for the manager', async () => {
    await world.specialist({ atWork: false });
    await book('2027-03-10T09:00:00.000Z');
    const { calendars } = await manager.call(scheduleRoutes.readInstitutionCalendar, {
      params: { institutionId: world.institution.id },
      query: { firstDay: '2027-03-08', lastDay: '2027-03-14' },
    });
    expect(calendars.map(({ appointments }) => appointments.length).sort()).toEqual([0, 1]);
  });
});
