import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useCalendarWords } from '../calendar/use-calendar-words.ts';
import styles from './LoadDayTable.module.css';
import type { LoadDay } from './load-levels.ts';

/** One day of the strip in minutes. */
export function LoadDayTable({ day: { date, halfHours } }: { readonly day: LoadDay }) {
  const say = useMessages();
  const words = useCalendarWords();
  const rows = halfHours.filter(({ level }) => level !== 'closed').map((half) => ({ ...half, id: half.from }));
  return (
    <section className={styles.table} aria-labelledby="load-day">
      <h2 id="load-day">{words.longDay(date)}</h2>
      <Table
        key={date}
        label={words.longDay(date)}
        rows={rows}
        columns={[
          {
            id: 'time',
            header: say('load.time'),
            sortBy: (row) => row.minutes,
            cell: (row) => words.hours({ from: row.minutes, until: row.minutes + 30 }),
          },
          {
            id: 'booked',
            header: say('load.booked'),
            isNumber: true,
            sortBy: (row) => row.booked,
            cell: (row) => Math.round(row.booked),
          },
          {
            id: 'walk-in',
            header: say('load.walk-in'),
            isNumber: true,
            sortBy: (row) => row.expectedWalkIn,
            cell: (row) => Math.round(row.expectedWalkIn),
          },
          {
            id: 'available',
            header: say('load.available'),
            isNumber: true,
            sortBy: (row) => row.available,
            cell: (row) => Math.round(row.available),
          },
          {
            id: 'share',
            header: say('load.share'),
            isNumber: true,
            sortBy: (row) => row.share ?? Number.POSITIVE_INFINITY,
            cell: (row) => (row.share === null ? '—' : `${row.share} %`),
          },
          { id: 'state', header: say('load.state'), cell: (row) => say(`load.level.${row.level}`) },
        ]}
      />
    </section>
  );
}
