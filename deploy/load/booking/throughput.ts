import { randomUUID } from 'node:crypto';
import { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { percentile } from '../measured.ts';
import type { BareDatabase } from './database.ts';
import { createVisitor, inParallel } from './http.ts';

/** How many citizens book at the same time. */
const atOnce = 20;

const round = (value: number) => Math.round(value * 100) / 100;

/** Each citizen keeps a time and books it: two requests a booking, the second with an e-mail address. */
export async function measureBookings(url: string, wish: Record<string, unknown>, starts: readonly Instant[]) {
  const times: number[] = [];
  let fiveHundreds = 0;
  let refused = 0;
  const from = performance.now();
  await inParallel(starts, atOnce, async (startsAt) => {
    const visitor = createVisitor(url);
    const held = await visitor.send('POST', '/api/v1/bookings', { ...wish, startsAt }, randomUUID());
    const confirmed =
      held.status === 201 &&
      (await visitor.send(
        'POST',
        '/api/v1/bookings/confirm',
        {
          code: OwnAppointment.parse(held.body).code,
          citizen: { name: 'Jānis Ķēniņš', email: 'janis@example.lv', phone: null },
        },
        randomUUID(),
      ));
    visitor.close();
    for (const answer of [held, ...(confirmed ? [confirmed] : [])]) if (answer.status >= 500) fiveHundreds += 1;
    if (confirmed && confirmed.status === 200) times.push(held.ms + confirmed.ms);
    else refused += 1;
  });
  const seconds = (performance.now() - from) / 1000;
  return {
    bookings: times.length,
    refused,
    fiveHundreds,
    perSecond: round(times.length / seconds),
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
    msP99: percentile(times, 0.99),
  };
}

/** Writes the rows of those bookings once more, with nothing but the driver, those of each in one transaction. */
export async function measureBare(database: BareDatabase, institutionId: string) {
  const ofInstitution = `institution_id = '${institutionId}'`;
  const appointments = await database.all(`select * from appointments where ${ofInstitution} and state = 'booked'`);
  const mails = await database.all(
    `select * from outbox where appointment_id in (select id from appointments where ${ofInstitution})`,
  );
  const keys = await database.all(`select * from idempotency_keys where route like '%bookings%'`);
  const mailsOf = Map.groupBy(mails, (row) => row.appointment_id);
  const bookings = appointments.map((row, index) => [
    { table: 'appointments', row },
    ...(mailsOf.get(row.id) ?? []).map((mail) => ({ table: 'outbox', row: mail })),
    ...keys.slice(index * 2, index * 2 + 2).map((key) => ({ table: 'idempotency_keys', row: toText(key) })),
  ]);
  await database.run(`delete from outbox where appointment_id in (select id from appointments where ${ofInstitution})`);
  await database.run(`delete from appointments where ${ofInstitution}`);
  await database.run(`delete from idempotency_keys where route like '%bookings%'`);

  const from = performance.now();
  await inParallel(bookings, database.width, (rows) => database.write(rows));
  const seconds = (performance.now() - from) / 1000;
  return { bookings: bookings.length, perSecond: round(bookings.length / seconds) };
}

/** The driver reads JSON into values, but wants it written as text. */
const toText = (row: Record<string, unknown>) => ({
  ...row,
  reply: typeof row.reply === 'string' ? row.reply : JSON.stringify(row.reply),
});
