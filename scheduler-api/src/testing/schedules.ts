import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { type Channel, defaultLimits, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { organisationScope } from '../db/scope.ts';
import type { World } from './world.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

type Wish = {
  from?: string;
  until?: string;
  weekdays?: number[];
  channels?: Channel[];
  exceptions?: unknown[];
  limits?: Partial<typeof defaultLimits>;
};

/** From nine to five, each day of the week, with nothing kept back: what a test does not say does not stand in its way. */
export const testSchedule = ({
  from = '09:00',
  until = '17:00',
  weekdays = everyDay,
  channels = ['kiosk', 'telephone'],
  exceptions = [],
  limits = {},
}: Wish = {}): Schedule =>
  Schedule.parse({
    timeZone: 'Europe/Riga',
    weekly: weekdays.map((weekday) => ({
      weekday,
      hours: { from, until },
      channels,
      validFrom: null,
      validUntil: null,
    })),
    exceptions,
    limits: { ...defaultLimits, leadMinutes: 0, walkInShare: 0, ...limits },
  });

/** Writes down when a specialist of the world's institution is at work. */
export async function giveSchedule(world: World, specialistId: AccountId, wish: Wish = {}): Promise<void> {
  const { scheduleChanges } = world.services;
  const scope = organisationScope(world.state.id);
  const { version } = await scheduleChanges.read(scope, specialistId);
  const change = { kind: 'replace' as const, schedule: testSchedule(wish) };
  await scheduleChanges.change(scope, specialistId, [{ specialistId, version }], change, 'keep');
}
