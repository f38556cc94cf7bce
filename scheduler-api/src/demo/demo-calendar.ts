import type { CitizenContact } from '@remote-clerk/shared/contracts/appointments.ts';
import { defaultLimits, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';

const weekdays = [1, 2, 3, 4, 5];
const morning = { from: '09:00', until: '12:30' };
const afternoon = { from: '13:15', until: '17:00' };

/** An ordinary week: mornings and afternoons, on Fridays no telephone. */
export const demoSchedule: Schedule = Schedule.parse({
  timeZone: 'Europe/Riga',
  weekly: weekdays.flatMap((weekday) =>
    [morning, afternoon].map((hours) => ({
      weekday,
      hours,
      channels: weekday === 5 ? ['kiosk'] : ['kiosk', 'telephone'],
      validFrom: null,
      validUntil: null,
    })),
  ),
  exceptions: [],
  limits: { ...defaultLimits, bufferAfter: 5 },
});

/** People who are nobody, some of whom can be written to. */
export const demoCitizens: CitizenContact[] = [
  { name: 'Ārija Šķērstiņa', email: 'arija.skerstina@example.lv', phone: '+371 20000001' },
  { name: 'Jānis Ķēniņš', email: null, phone: '+371 20000002' },
  { name: 'Žanete Ūdrīte', email: 'zanete.udrite@example.lv', phone: null },
  { name: 'Pēteris Čakarnis', email: 'peteris.cakarnis@example.lv', phone: null },
  { name: 'Оксана Бондар-Ткаченко', email: 'oksana@example.lv', phone: '+371 20000005' },
  { name: 'Velta Ģērmane', email: null, phone: '+371 20000006' },
  { name: 'Raivis Ņikitenko-Lācis', email: null, phone: null },
  { name: 'Anna Elizabete Vārpiņkalna-Zvirgzdiņa', email: 'anna.elizabete@example.lv', phone: null },
];
