import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { TriangleAlert } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useCalendarWords } from '../calendar/use-calendar-words.ts';
import styles from './HeatStrip.module.css';
import { type LoadDay, loadLevels } from './load-levels.ts';

interface HeatStripProps {
  readonly days: readonly LoadDay[];
  /** Which half hours are drawn, minutes since midnight. */
  readonly times: readonly number[];
  readonly chosen: PlainDate;
  readonly onChoose: (date: PlainDate) => void;
}

/** Days downwards, half hours across: a number, a ground and a pattern each, and a word for those who cannot see it. */
export function HeatStrip({ days, times, chosen, onChoose }: HeatStripProps) {
  const say = useMessages();
  const words = useCalendarWords();
  return (
    <>
      <div className={styles.table}>
        <table aria-label={say('load.title')}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{say('load.day')}</VisuallyHidden>
              </th>
              {times.map((minutes) => (
                <th key={minutes} scope="col" className={styles.time} data-half={minutes % 60 !== 0}>
                  <span aria-hidden={minutes % 60 !== 0}>{minutes % 60 === 0 ? words.time(minutes) : ''}</span>
                  {minutes % 60 !== 0 && <VisuallyHidden>{words.time(minutes)}</VisuallyHidden>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, halfHours }) => (
              <tr key={date}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.day}
                    aria-pressed={date === chosen}
                    onClick={() => onChoose(date)}
                  >
                    {words.shortDay(date)}
                  </button>
                </th>
                {times.map((minutes) => {
                  const half = halfHours.find((each) => each.minutes === minutes);
                  const level = half?.level ?? 'closed';
                  return (
                    <td key={minutes} className={styles.cell} data-level={level} title={say(`load.level.${level}`)}>
                      {level === 'nobody' ? <TriangleAlert aria-hidden="true" /> : half?.share}
                      <VisuallyHidden>{say(`load.level.${level}`)}</VisuallyHidden>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.legend} aria-label={say('calendar.legend')}>
        {loadLevels.map((level) => (
          <li key={level}>
            <span className={styles.swatch} data-level={level} aria-hidden="true">
              {level === 'nobody' && <TriangleAlert />}
            </span>
            {say(`load.level.${level}`)}
            {level !== 'closed' && level !== 'nobody' && ` (${say(`load.legend.${level}`)})`}
          </li>
        ))}
      </ul>
    </>
  );
}
