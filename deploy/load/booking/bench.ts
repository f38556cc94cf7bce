import { randomUUID } from 'node:crypto';
import { addDays, dateAt, datesBetween } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { holidayCalendar } from '@remote-clerk/shared/domain/scheduling/holidays.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { startServer } from '../load-server.ts';
import { report } from '../measured.ts';
import { type BareDatabase, openBare } from './database.ts';
import { signIn } from './http.ts';
import { parseOptions } from './options.mjs';
import { runRace } from './race.ts';
import { measureSearch } from './search.ts';
import { type Seeded, type SeededInstitution, seed } from './seed.ts';
import { measureBare, measureBookings } from './throughput.ts';

const zone = 'Europe/Riga';
const minutes = 30;
const raceSpecialists = 10;
const kiosks = 25;
const bookers = 10;

const options = parseOptions(process.argv.slice(2));
const searched = (count: number) => `SEARCH${count}`;
let seeded: Seeded | undefined;
console.log(`Starting a scheduler-api on ${options.db}, with calendars half full: this takes a minute or two …`);
const server = await startServer(options.db, async (env) => {
  seeded = await seed(env, {
    kiosks,
    institutions: [
      { code: 'NAMED', specialists: raceSpecialists, minutes, halfFullDays: 0 },
      { code: 'ANY', specialists: raceSpecialists, minutes, halfFullDays: 0 },
      { code: 'BOOK', specialists: bookers, minutes, halfFullDays: 0 },
      ...options.specialists.map((specialists) => ({
        code: searched(specialists),
        specialists,
        minutes: 60,
        halfFullDays: 30,
      })),
    ],
  });
});
const database = openBare(server.databaseUrl);
const rows: object[] = [];
const note = <Row extends object>(row: Row): Row => {
  rows.push(row);
  console.log(JSON.stringify(row));
  return row;
};

try {
  if (!seeded) throw new Error('Nothing was seeded');
  const { institutions, contactPointId, clerk } = seeded;
  const get = (code: string): SeededInstitution => {
    const found = institutions.get(code);
    if (!found) throw new Error(`There is no ${code}`);
    return found;
  };
  const wishOf = (code: string) => ({ serviceId: get(code).serviceId, contactPointId, language: 'lv' });

  const search = [];
  for (const count of options.specialists) {
    const found = await measureSearch(server.url, database, get(searched(count)), contactPointId, options.searches);
    search.push(note({ part: 'search', ...found }));
  }

  const cookie = await signIn(server.url, clerk);
  const common = { url: server.url, cookie, racers: options.racers };
  const [named, any] = [get('NAMED'), get('ANY')];
  const tenStarts = startsFrom(3).slice(0, 10);
  await leaveHolds(database, named, tenStarts.slice(0, 2));
  const byName = await runRace({
    ...common,
    wish: wishOf('NAMED'),
    times: tenStarts.flatMap((startsAt) =>
      named.specialistIds.map((specialistId) => ({ startsAt, specialistId, capacity: 1 })),
    ),
  });
  note({ part: 'race', with: 'a named specialist', ...byName });
  const otherStarts = startsFrom(5).slice(0, 10);
  await leaveHolds(database, any, otherStarts.slice(0, 2));
  const withAnyone = await runRace({
    ...common,
    wish: wishOf('ANY'),
    times: otherStarts.map((startsAt) => ({ startsAt, specialistId: null, capacity: raceSpecialists })),
  });
  note({ part: 'race', with: 'any specialist', ...withAnyone });
  const doubleBookings = await countOverlaps(database);

  const perStart = Math.min(bookers, kiosks);
  const wanted = startsFrom(7).flatMap((startsAt) => Array.from({ length: perStart }, () => startsAt));
  const booked = note({
    part: 'bookings',
    ...(await measureBookings(server.url, wishOf('BOOK'), wanted.slice(0, options.bookings))),
  });
  const bare = note({ part: 'bare', ...(await measureBare(database, get('BOOK').institutionId)) });

  const races = [byName, withAnyone];
  const summary = {
    doubleBookings,
    fiveHundreds: [...races, booked].reduce((sum, { fiveHundreds }) => sum + fiveHundreds, 0),
    wrongWinners: races.reduce((sum, { wrongWinners }) => sum + wrongWinners, 0),
    refusalsWithoutAlternatives: races.reduce((sum, one) => sum + one.refused - one.refusedWithAlternatives, 0),
    bookingsPerSecond: booked.perSecond,
    bookingMsP50: booked.msP50,
    bookingMsP95: booked.msP95,
    bookingMsP99: booked.msP99,
    bareBookingsPerSecond: bare.perSecond,
    ratioToBare: Math.round((booked.perSecond / bare.perSecond) * 1000) / 1000,
    ...Object.fromEntries(search.map((one) => [`slotSearchMsP95At${one.specialists}`, one.soonestMsP95])),
  };
  const { db, racers, bookings, searches, specialists } = options;
  report(options.json, { parameters: { db, racers, bookings, searches, specialists }, rows, summary });
  process.exitCode = doubleBookings + summary.fiveHundreds + summary.wrongWinners === 0 ? 0 : 1;
} finally {
  await database.close();
  await server.stop();
}

/** Every half hour of working days, from so many days ahead. */
function startsFrom(daysAhead: number): Instant[] {
  const wall = createWallClock(zone);
  const today = dateAt(Date.now(), zone);
  const [first, last] = [addDays(today, daysAhead), addDays(today, 40)];
  const { free } = holidayCalendar(first, last);
  return datesBetween(first, last)
    .filter((date) => !free.has(date))
    .flatMap((date) =>
      Array.from({ length: 20 }, (_, slot) =>
        instantFrom(wall.day(date).from + 8 * 3_600_000 + slot * minutes * 60_000),
      ),
    );
}

/** Holds that are over but that nobody has swept up: they are in nobody's way. */
async function leaveHolds(
  bare: BareDatabase,
  { institutionId, serviceId, specialistIds }: SeededInstitution,
  starts: readonly Instant[],
): Promise<void> {
  const [organisation] = await bare.all(`select organisation_id from institutions where id = '${institutionId}'`);
  const past = instantFrom(Date.now() - 3_600_000);
  for (const startsAt of starts) {
    for (const specialistId of specialistIds) {
      const endsAt = instantFrom(Date.parse(startsAt) + minutes * 60_000);
      const row = {
        id: randomUUID(),
        organisation_id: organisation?.organisation_id,
        institution_id: institutionId,
        service_id: serviceId,
        specialist_id: specialistId,
        channel: 'telephone',
        language: 'lv',
        state: 'pending',
        version: 1,
        sequence: 0,
        code: randomUUID().slice(0, 18),
        starts_at: startsAt,
        ends_at: endsAt,
        taken_from: startsAt,
        taken_until: endsAt,
        held_until: instantFrom(Date.now() - 1),
        booked_through: 'web',
        created_at: past,
      };
      await bare.write([{ table: 'appointments', row }]);
    }
  }
}

/** Pairs of appointments that take one specialist or one kiosk at once. */
async function countOverlaps(bare: BareDatabase): Promise<number> {
  const taking = (name: string) => `${name}.state in ('pending', 'booked', 'arrived')`;
  const pairs = (column: string, from: string, until: string) => `
    select count(*) as pairs from appointments a join appointments b
      on a.${column} = b.${column} and a.id < b.id and a.${from} < b.${until} and b.${from} < a.${until}
    where ${taking('a')} and ${taking('b')} and a.kiosk_id is not null`;
  const [specialists] = await bare.all(pairs('specialist_id', 'taken_from', 'taken_until'));
  const [kiosksTwice] = await bare.all(pairs('kiosk_id', 'starts_at', 'ends_at'));
  return Number(specialists?.pairs) + Number(kiosksTwice?.pairs);
}
