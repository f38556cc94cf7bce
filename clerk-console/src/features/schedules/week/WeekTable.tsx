import type {
  CalendarDay,
  InstitutionClosure,
  SpecialistCalendar,
} from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { DoorClosed } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { DayNotes } from '../../calendar/DayNotes.tsx';
import { dayColumn, hoursShown, spanOfHours } from '../../calendar/day-columns.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { createWall } from '../../calendar/wall-time.ts';
import { Checkbox } from '../fields/Checkbox.tsx';
import { DayCell } from './DayCell.tsx';
import styles from './WeekTable.module.css';

interface WeekTableProps {
  readonly label: string;
  readonly dates: readonly PlainDate[];
  readonly days: readonly CalendarDay[];
  readonly closures: readonly InstitutionClosure[];
  readonly people: readonly SpecialistCalendar[];
  readonly chosen: ReadonlySet<AccountId>;
  readonly onChoose: (chosen: ReadonlySet<AccountId>) => void;
}

/** People downwards, days across. */
export function WeekTable({ label, dates, days, closures, people, chosen, onChoose }: WeekTableProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const rows = useMemo(() => {
    const walls = new Map([...new Set(people.map(({ timeZone }) => timeZone))].map((zone) => [zone, createWall(zone)]));
    return people.map((calendar) => ({
      calendar,
      columns: dates.map((date) => dayColumn(date, calendar, days, walls.get(calendar.timeZone))),
    }));
  }, [people, dates, days]);
  const shown = hoursShown(rows.flatMap(({ columns }) => columns));
  const areAllChosen = people.every(({ specialist }) => chosen.has(specialist.id));

  const choose = (ids: readonly AccountId[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <div className={styles.table}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.person}>
              <Checkbox
                isChecked={areAllChosen}
                onChange={(isChosen) =>
                  choose(
                    people.map(({ specialist }) => specialist.id),
                    isChosen,
                  )
                }
              >
                <span>
                  {say('schedules.person')} <VisuallyHidden>{say('schedules.select-all')}</VisuallyHidden>
                </span>
              </Checkbox>
            </th>
            {dates.map((date) => (
              <th key={date} scope="col">
                {words.shortDay(date)}
                <DayNotes day={days.find((day) => day.date === date) ?? null} />
                {closures
                  .filter(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)
                  .map(({ id, name, hours }) => (
                    <p key={id} className={styles.closure}>
                      <DoorClosed aria-hidden="true" />
                      <span>
                        {name} {hours && words.hours(spanOfHours(hours))}
                      </span>
                    </p>
                  ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ calendar: { specialist }, columns }) => (
            <tr key={specialist.id} data-chosen={chosen.has(specialist.id)}>
              <th scope="row" className={styles.person}>
                <Checkbox
                  isChecked={chosen.has(specialist.id)}
                  onChange={(isChosen) => choose([specialist.id], isChosen)}
                >
                  <span>
                    {specialist.name}
                    <span className={styles.title}>{specialist.jobTitle}</span>
                  </span>
                </Checkbox>
              </th>
              {columns.map((column) => (
                <td key={column.date}>
                  <DayCell column={column} shown={shown} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
