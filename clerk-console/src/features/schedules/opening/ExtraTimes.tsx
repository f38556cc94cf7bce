import { datesBetween } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Closure, OpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { spanOfHours } from '../../calendar/day-columns.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { DaysAndHours, type TypedTime, timeOf, timeProblem } from '../fields/DaysAndHours.tsx';
import styles from './Opening.module.css';

interface ExtraTimesProps {
  readonly closures: OpeningHours['closures'];
  readonly extra: OpeningHours['extra'];
  readonly onClosures: (closures: OpeningHours['closures']) => void;
  readonly onExtra: (extra: OpeningHours['extra']) => void;
}

/** Closed although the week says open, and open although it says closed. */
export function ExtraTimes({ closures, extra, onClosures, onExtra }: ExtraTimesProps) {
  const say = useMessages();
  const words = useCalendarWords();
  return (
    <div className={styles.both}>
      <Times
        title={say('schedules.opening.closures')}
        add={say('schedules.opening.add-closure')}
        times={closures.map(({ firstDay, lastDay, hours }) =>
          [words.range(firstDay, lastDay), hours ? words.hours(spanOfHours(hours)) : say('calendar.whole-day')].join(
            ', ',
          ),
        )}
        onAdd={(closure) => onClosures([...closures, closure])}
        onRemove={(index) => onClosures(closures.toSpliced(index, 1))}
      />
      <Times
        title={say('schedules.opening.extra')}
        add={say('schedules.opening.add-extra')}
        needsHours
        times={extra.map(({ date, hours }) => `${words.date(date)}, ${words.hours(spanOfHours(hours))}`)}
        onAdd={({ firstDay, lastDay, hours }) =>
          hours && onExtra([...extra, ...datesBetween(firstDay, lastDay).map((date) => ({ date, hours }))])
        }
        onRemove={(index) => onExtra(extra.toSpliced(index, 1))}
      />
    </div>
  );
}

interface TimesProps {
  readonly title: string;
  readonly add: string;
  readonly needsHours?: boolean;
  readonly times: readonly string[];
  readonly onAdd: (time: Closure) => void;
  readonly onRemove: (index: number) => void;
}

function Times({ title, add, needsHours = false, times, onAdd, onRemove }: TimesProps): ReactNode {
  const say = useMessages();
  const blank: TypedTime = { firstDay: null, lastDay: null, hours: needsHours ? { from: 540, until: 780 } : null };
  const [time, setTime] = useState(blank);
  const [isTried, setIsTried] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <section className={styles.times}>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {times.map((words, index) => (
          <li key={words}>
            <span>{words}</span>
            <Button
              icon={X}
              onPress={() => onRemove(index)}
              aria-label={`${say('schedules.exceptions.remove')}: ${words}`}
            >
              {say('schedules.exceptions.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <DaysAndHours
        key={round}
        value={time}
        needsHours={needsHours}
        problem={isTried ? timeProblem(time) : null}
        onChange={setTime}
      />
      <div className={styles.row}>
        <Button
          icon={Plus}
          onPress={() => {
            const typed = timeOf(time);
            setIsTried(!typed);
            if (!typed) return;
            onAdd(typed);
            setTime(blank);
            setRound(round + 1);
          }}
        >
          {add}
        </Button>
      </div>
    </section>
  );
}
