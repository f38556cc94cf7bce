import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { loadRoutes } from '@remote-clerk/shared/contracts/http/load.ts';
import { date } from '@remote-clerk/shared/domain/scheduling/testing.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
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

const weekMs = 7 * 86_400_000;

async function read() {
  const manager = api.client();
  await manager.signIn(await api.build.account({ organisationId: world.state.id, role: 'administrator' }));
  const load = await manager.call(loadRoutes.readLoad, { params: { institutionId: world.institution.id } });
  /** What is said of a half hour, by UTC. */
  const at = (text: string) => load.cells.find(({ from }) => from === Instant.parse(`${text}:00.000Z`));
  return { ...load, at };
}

describe('the load of an institution', () => {
  it('has two weeks of half hours from today, empty where nobody works', async () => {
    const { cells, timeZone, weeksSeen, at } = await read();
    expect(timeZone).toBe('Europe/Riga');
    expect(weeksSeen).toBe(0);
    expect(cells).toHaveLength(14 * 48);
    expect(cells[0]?.from).toBe('2027-02-28T22:00:00.000Z');
    expect(at('2027-03-02T08:00')).toMatchObject({ available: 0, booked: 0, expectedWalkIn: 0 });
  });

  it('counts who works by their schedules, without leave and closures', async () => {
    const [one, other] = [await world.specialist({ atWork: false }), await world.specialist({ atWork: false })];
    await giveSchedule(world, one.id, { from: '09:00', until: '17:00' });
    await giveSchedule(world, other.id, {
      from: '09:15',
      until: '12:00',
      exceptions: [
        {
          kind: 'closed',
          reason: 'leave',
          firstDay: '2027-03-03',
          lastDay: '2027-03-03',
          hours: null,
          channels: ['kiosk', 'telephone'],
        },
      ],
    });
    const thursday = date('2027-03-04');
    const closed = { name: 'Sapulce', firstDay: thursday, lastDay: thursday, hours: null };
    await world.services.scheduleChanges.close(organisationScope(world.state.id), world.institution.id, closed, 'keep');

    const { at } = await read();
    const available = (text: string) => at(text)?.available;
    expect([available('2027-03-02T07:00'), available('2027-03-02T07:30')]).toEqual([45, 60]);
    expect(available('2027-03-02T10:00')).toBe(30);
    expect(available('2027-03-02T15:00')).toBe(0);
    expect(available('2027-03-03T07:30')).toBe(30);
    expect(available('2027-03-04T07:30')).toBe(0);
  });

  it('counts appointments, and holds for as long as they last', async () => {
    const specialist = await world.specialist({ atWork: false });
    await giveSchedule(world, specialist.id);
    await world.kiosk({ online: false });
    const { appointments } = world.services;
    const clerk = await world.clerk();
    const hold = (startsAt: string) =>
      appointments.hold(
        {
          serviceId: world.service.id,
          contactPointId: world.contactPoint.id,
          channel: 'kiosk',
          language: 'lv',
          startsAt: Instant.parse(startsAt),
          specialistId: null,
        },
        { through: 'desk', accountId: clerk.id, organisationId: world.municipality.id },
      );
    const { code } = await hold('2027-03-02T08:00:00.000Z');
    await appointments.changeByCode(code, {
      kind: 'confirm',
      citizen: { name: 'Jānis Ķēniņš', email: 'janis@example.lv', phone: null },
    });
    await hold('2027-03-02T08:25:00.000Z');

    const before = await read();
    expect([before.at('2027-03-02T08:00')?.booked, before.at('2027-03-02T08:30')?.booked]).toEqual([15, 5]);
    api.clock.advance(3_600_000);
    const after = await read();
    expect([after.at('2027-03-02T08:00')?.booked, after.at('2027-03-02T08:30')?.booked]).toEqual([10, 0]);
  });

  it('expects those who walk in as in the weeks before', async () => {
    const kiosk = await world.kiosk();
    await kiosk.ask();
    await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    await kiosk.ask();
    api.clock.advance(weekMs);

    const first = await read();
    expect(first.weeksSeen).toBe(1);
    expect(first.at('2027-03-08T08:00')?.expectedWalkIn).toBe(20);
    expect(first.at('2027-03-15T08:00')?.expectedWalkIn).toBe(20);
    expect(first.at('2027-03-09T08:00')?.expectedWalkIn).toBe(0);
    api.clock.advance(weekMs);
    expect((await read()).at('2027-03-15T08:00')?.expectedWalkIn).toBe(10);
  });
});
