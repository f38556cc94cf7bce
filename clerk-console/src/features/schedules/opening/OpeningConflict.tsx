import type { OpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { spanOfHours } from '../../calendar/day-columns.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import styles from './Opening.module.css';

interface OpeningConflictProps {
  readonly mine: OpeningHours;
  readonly theirs: OpeningHours;
  readonly isPending: boolean;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** What a colleague has saved meanwhile, beside one's own. */
export function OpeningConflict({ mine, theirs, isPending, onKeep, onTake }: OpeningConflictProps) {
  const say = useMessages();
  const versions = [
    { name: say('schedules.conflict.theirs'), hours: theirs, choose: say('schedules.conflict.take'), take: onTake },
    { name: say('schedules.conflict.mine'), hours: mine, choose: say('schedules.conflict.overwrite'), take: onKeep },
  ];
  return (
    <Notice tone="warn" title={say('schedules.opening.conflict')}>
      <div className={styles.versions}>
        {versions.map(({ name, hours, choose, take }) => (
          <section key={name} aria-label={name} className={styles.version}>
            <h3>{name}</h3>
            <Lines hours={hours} />
            <Button isPending={isPending} onPress={take}>
              {choose}
            </Button>
          </section>
        ))}
      </div>
    </Notice>
  );
}

function Lines({ hours: { weekly, closures, extra } }: { readonly hours: OpeningHours }) {
  const say = useMessages();
  const words = useCalendarWords();
  const spansOf = (weekday: number) =>
    weekly.filter((one) => one.weekday === weekday).map(({ hours }) => spanOfHours(hours));
  return (
    <ul className={styles.lines}>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <li key={weekday}>
          {words.weekday(weekday)}: {words.listHours(spansOf(weekday)) || say('schedules.conflict.no-hours')}
        </li>
      ))}
      {closures.map(({ firstDay, lastDay, hours }) => (
        <li key={`${firstDay}${lastDay}${hours?.from}`}>
          {say('schedules.opening.closures')}: {words.range(firstDay, lastDay)}
        </li>
      ))}
      {extra.map(({ date, hours }) => (
        <li key={`${date}${hours.from}`}>
          {say('schedules.opening.extra')}: {words.date(date)}, {words.hours(spanOfHours(hours))}
        </li>
      ))}
    </ul>
  );
}
