import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { calendarRoutes } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { loadRoutes } from '@remote-clerk/shared/contracts/http/load.ts';
import { ScheduleChange, scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { addDays, datesBetween, PlainDate, weekdayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { changeSchedule } from '@remote-clerk/shared/domain/scheduling/schedule-change.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { arrangeAdministration } from './arrangements.ts';
import { anAppointment } from './booking-builders.ts';
import { ago, services, uuid } from './builders.ts';
import type { FakeServer } from './fake-server.ts';
import { aSchedule, people } from './schedule-builders.ts';

const clock = createWallClock('Europe/Riga');
/** An instant of a day at an hour, which may have a fraction. */
const at = (date: PlainDate, hour: number) => instantFrom(clock.day(date).from + hour * 3_600_000);
const time = (date: PlainDate, from: number, until: number) => ({ from: at(date, from), until: at(date, until) });

type Span = { readonly firstDay: string; readonly lastDay: string };
const datesOf = ({ firstDay, lastDay }: Span) => datesBetween(PlainDate.parse(firstDay), PlainDate.parse(lastDay));

const days = (span: Span) =>
  datesOf(span).map((date) => ({
    date,
    holiday: weekdayOf(date) === 3 ? ('proclamation' as const) : null,
    workedFor: weekdayOf(date) === 6 ? addDays(date, -5) : null,
    movedTo: weekdayOf(date) === 1 ? addDays(date, 5) : null,
  }));

const states = ['fulfilled', 'noshow', 'arrived', 'booked', 'pending'] as const;

/** One specialist's days, with something of everything in each week. */
function calendarOf({ id, name, jobTitle }: (typeof people)[number], span: Span, seed = 0) {
  const dates = datesOf(span);
  const worked = dates.filter((date) => ![1, 3, 7].includes(weekdayOf(date)) && (weekdayOf(date) + seed) % 5 !== 4);
  return {
    specialist: { id, name, jobTitle },
    timeZone: 'Europe/Riga',
    working: worked.flatMap((date) => [
      { ...time(date, 9, 12.5), channels: ['kiosk' as const, 'telephone' as const] },
      { ...time(date, 13, 17), channels: ['kiosk' as const] },
    ]),
    leave: dates
      .filter((date) => (weekdayOf(date) + seed) % 5 === 4)
      .map((date) => ({
        kind: 'closed' as const,
        reason: 'leave' as const,
        firstDay: date,
        lastDay: date,
        hours: null,
        channels: ['kiosk' as const, 'telephone' as const, 'in-person' as const],
      })),
    elsewhere: worked.filter((date) => weekdayOf(date) % 2 === 0).map((date) => time(date, 11, 12)),
    appointments: worked.flatMap((date, day) =>
      [9, 9.5, 10.25, 13.5, 15, 15.25].map((hour, index) =>
        anAppointment({
          id: uuid(20_000 + seed * 100 + day * 10 + index),
          startsAt: at(date, hour),
          endsAt: at(date, hour + (index % 2 === 0 ? 0.25 : 1)),
          state: states[index % states.length] ?? 'booked',
          service: index % 3 === 0 ? services.taxes : services.pension,
          channel: index === 2 ? 'telephone' : 'kiosk',
          contactPoint:
            index === 2
              ? null
              : { id: uuid(301), name: 'Kuldīgas KAC', address: 'Baznīcas iela 1, Kuldīga', timeZone: 'Europe/Riga' },
          specialist: { id, name, jobTitle },
          note: index === 1 ? 'Līdzi būs pilnvarotā persona.' : '',
        }),
      ),
    ),
  };
}

export function arrangeOwnCalendar(server: FakeServer): void {
  const [anna] = people;
  server.on(calendarRoutes.listExternalCalendars, () =>
    calendarRoutes.listExternalCalendars.reply.parse({
      calendars: [null, 'refused'].map((problem, index) => ({
        id: uuid(1501 + index),
        kind: 'icalendar',
        shownAddress: 'kalendars.example/…ic.ics',
        checkedAt: ago(300),
        problem,
        busyCount: 12,
      })),
    }),
  );
  server.on(scheduleRoutes.readOwnCalendar, ({ query }) => ({
    days: days(query),
    calendar: calendarOf(anna, query),
  }));
}

/** Schedules that can be looked at, changed and, by `changeMeanwhile`, changed by somebody else. */
export function arrangeSchedules(server: FakeServer, { isEmpty = false } = {}) {
  arrangeAdministration(server);
  const known = new Map(people.map(({ id }) => [String(id), aSchedule(id)]));
  const get = (id: string) => known.get(id) ?? aSchedule(people[0].id);
  const orphans = [0, 1, 2].map((index) => {
    const startsAt = instantFrom(Date.UTC(2026, 11, 1 + index, 8));
    const proposals = [0, 1].map((step) => ({
      startsAt: instantFrom(Date.UTC(2026, 11, 2 + index, 8 + step)),
      specialist: people[step] ?? people[0],
    }));
    return {
      appointment: anAppointment({ id: uuid(1001 + index), startsAt }),
      proposals: index === 2 ? [] : proposals,
    };
  });
  const found = isEmpty ? [] : orphans;
  const closure = { id: uuid(1401), name: 'Iestādes diena', hours: null };
  server
    .on(scheduleRoutes.readInstitutionCalendar, ({ query }) => {
      const closed = addDays(PlainDate.parse(query.firstDay), 4);
      return scheduleRoutes.readInstitutionCalendar.reply.parse({
        days: days(query),
        closures: isEmpty ? [] : [{ ...closure, firstDay: closed, lastDay: closed }],
        calendars: isEmpty ? [] : people.map((person, index) => calendarOf(person, query, index)),
      });
    })
    .on(scheduleRoutes.readSchedule, ({ params }) => get(params.specialistId))
    .on(scheduleRoutes.previewSchedules, ({ body }) => ({
      schedules: body.specialistIds.map(get),
      orphans: body.change.kind === 'set-limits' ? [] : found.map(({ appointment }) => appointment),
    }))
    .on(scheduleRoutes.changeSchedules, ({ body }) => {
      const change = ScheduleChange.parse(body.change);
      const schedules = body.specialists.map(({ specialistId, version }) => {
        const { schedule } = get(specialistId);
        const next = { ...get(specialistId), version: version + 1, schedule: changeSchedule(schedule, change) };
        known.set(specialistId, next);
        return next;
      });
      return { schedules, orphans: [] };
    })
    .on(scheduleRoutes.listOrphans, () => ({ orphans: found }))
    .on(scheduleRoutes.createClosure, ({ body }) =>
      scheduleRoutes.createClosure.reply.parse({ closure: { ...body, id: closure.id }, orphans: [] }),
    )
    .on(scheduleRoutes.deleteClosure, () => ({}))
    .on(scheduleRoutes.readOpeningHours, () => opening)
    .on(scheduleRoutes.setOpeningHours, ({ body }) =>
      scheduleRoutes.setOpeningHours.reply.parse({ ...body, version: body.version + 1 }),
    )
    .on(appointmentRoutes.moveAppointment, ({ params, body }) =>
      anAppointment({ id: params.appointmentId, startsAt: body.startsAt, version: body.version + 1 }),
    );
  return {
    changeMeanwhile: (id: string, change: Partial<ReturnType<typeof aSchedule>>) =>
      known.set(id, { ...get(id), ...change, version: get(id).version + 1 }),
  };
}

const opening = scheduleRoutes.readOpeningHours.reply.parse({
  version: 1,
  openingHours: {
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, hours: { from: '08:30', until: '17:00' } })),
    closures: [{ firstDay: '2026-12-28', lastDay: '2026-12-30', hours: null }],
    extra: [{ date: '2026-12-05', hours: { from: '09:00', until: '13:00' } }],
  },
});

/** Two weeks with every kind of half hour. */
export function arrangeLoad(server: FakeServer, { isEmpty = false } = {}): void {
  arrangeAdministration(server);
  const first = Date.UTC(2026, 10, 20, 6);
  const dates = Array.from({ length: 14 }, (_, day) => day);
  server.on(loadRoutes.readLoad, () =>
    loadRoutes.readLoad.reply.parse({
      timeZone: 'Europe/Riga',
      weeksSeen: isEmpty ? 0 : 6,
      cells: dates.flatMap((day) =>
        Array.from({ length: 20 }, (_, half) => {
          const isFree = isEmpty || [1, 2, 8, 9].includes(day);
          const noon = half > 7 && half < 11;
          return {
            from: instantFrom(first + day * 86_400_000 + half * 1_800_000),
            available: isFree || half > 18 ? 0 : 240,
            booked: isFree ? 0 : (half * 37 + day * 13) % 170,
            expectedWalkIn: isFree ? 0 : noon ? 110 : 40,
          };
        }),
      ),
    }),
  );
}
