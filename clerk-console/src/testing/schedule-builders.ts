import { VersionedSchedule } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { defaultLimits } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import type { z } from 'zod';
import { ago, uuid } from './builders.ts';

const person = (number: number, name: string, jobTitle: string) => ({
  id: AccountId.parse(uuid(number)),
  name,
  jobTitle,
});

/** The institution's specialists, one of them with a name that needs its room. */
export const people = [
  person(1, 'Anna Bērziņa', 'Vecākā eksperte'),
  person(11, 'Kristīne Annija Zariņa-Vītoliņa-Šteinberga', 'Klientu apkalpošanas daļas vadītājas vietniece'),
  person(12, 'Pēteris Ozoliņš', 'Eksperts'),
] as const;

const usual = (weekday: number) =>
  [
    { from: '09:00', until: '12:00' },
    { from: '13:00', until: '17:00' },
  ].map((hours) => ({ weekday, hours, channels: ['kiosk', 'telephone'] as const, validFrom: null, validUntil: null }));

export const aSchedule = (
  specialistId: AccountId,
  change: Partial<z.input<typeof VersionedSchedule>['schedule']> = {},
): VersionedSchedule =>
  VersionedSchedule.parse({
    specialistId,
    version: 3,
    schedule: {
      timeZone: 'Europe/Riga',
      weekly: [1, 2, 4, 5].flatMap(usual),
      exceptions: [
        {
          kind: 'closed',
          reason: 'leave',
          firstDay: '2026-12-21',
          lastDay: '2026-12-30',
          hours: null,
          channels: ['kiosk', 'telephone', 'in-person'],
        },
      ],
      limits: defaultLimits,
      ...change,
    },
    changedAt: ago(86_400),
    changedBy: 'Juris Ozols',
  });
