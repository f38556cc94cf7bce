import { addDays, dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { percentile } from '../measured.ts';
import type { BareDatabase } from './database.ts';
import { createVisitor } from './http.ts';
import type { SeededInstitution } from './seed.ts';

/** Rows that PostgreSQL has read so far; SQLite does not count them. */
async function rowsRead(database: BareDatabase): Promise<number | null> {
  if (database.width === 1) return null;
  const [row] = await database.all(
    'select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::float as read from pg_stat_user_tables',
  );
  return Number(row?.read);
}

/** Asks for times of one institution over 30 days: the soonest sixty, and all of the last ten days. */
export async function measureSearch(
  url: string,
  database: BareDatabase,
  { serviceId, specialistIds }: SeededInstitution,
  contactPointId: string,
  searches: number,
) {
  const visitor = createVisitor(url);
  const today = dateAt(Date.now(), 'Europe/Riga');
  const ask = async (firstDay: string, lastDay: string, limit: number) => {
    const query = new URLSearchParams({
      serviceId,
      contactPointId,
      language: 'lv',
      firstDay,
      lastDay,
      limit: `${limit}`,
    });
    const answer = await visitor.send('GET', `/api/v1/slots?${query}`);
    if (answer.status !== 200) throw new Error(`The search failed: ${JSON.stringify(answer.body)}`);
    return answer.ms;
  };
  const last = addDays(today, 29);
  await ask(today, last, 60);
  // The statistics come a little after what they count.
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1_200));
  await settle();
  const before = await rowsRead(database);
  const soonest: number[] = [];
  for (let count = 0; count < searches; count += 1) soonest.push(await ask(today, last, 60));
  await settle();
  const after = await rowsRead(database);
  const late: number[] = [];
  for (let count = 0; count < Math.ceil(searches / 4); count += 1) late.push(await ask(today, last, 500));
  visitor.close();
  return {
    specialists: specialistIds.length,
    searches,
    soonestMsP50: percentile(soonest, 0.5),
    soonestMsP95: percentile(soonest, 0.95),
    rowsReadPerSearch: before === null || after === null ? null : Math.round((after - before) / searches),
    manyMsP95: percentile(late, 0.95),
  };
}
