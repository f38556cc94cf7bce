import { addDays, mondayOf, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { Checkbox } from '../fields/Checkbox.tsx';
import { DayField } from '../fields/DayField.tsx';
import type { EditorTabProps } from './EditorTabs.tsx';
import styles from './ScheduleEditor.module.css';

/** How many weeks after the copied one are offered: a quarter of a year. */
const weeksOffered = 13;

/** Each one's own hours of one week, in other weeks too. */
export function CopyTab({ changing, monday, onTyped }: EditorTabProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const [source, setSource] = useState<PlainDate | null>(monday);
  const [targets, setTargets] = useState<readonly PlainDate[]>([]);
  const [isTried, setIsTried] = useState(false);
  const from = mondayOf(source ?? monday);
  const offered = Array.from({ length: weeksOffered }, (_, index) => addDays(from, 7 * (index + 1)));
  const chosen = offered.filter((week) => targets.includes(week));
  return (
    <form
      className={styles.tab}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (source && chosen.length > 0) changing.preview({ kind: 'copy-week', source: from, targets: chosen });
      }}
    >
      <p>{say('schedules.copy.means')}</p>
      <div className={styles.row}>
        <DayField
          label={say('schedules.copy.source')}
          description={say('schedules.copy.source.help')}
          initial={source}
          onChange={setSource}
          {...(source === null && { error: say('schedules.exceptions.no-day') })}
        />
        <p>{words.range(from, addDays(from, 6))}</p>
      </div>
      <fieldset className={styles.weeks}>
        <legend>{say('schedules.copy.targets')}</legend>
        {offered.map((week) => (
          <Checkbox
            key={week}
            isChecked={targets.includes(week)}
            onChange={(isChosen) => {
              setTargets(isChosen ? [...targets, week] : targets.filter((each) => each !== week));
              onTyped();
            }}
          >
            {words.range(week, addDays(week, 6))}
          </Checkbox>
        ))}
      </fieldset>
      {isTried && chosen.length === 0 && <p role="alert">{say('schedules.copy.no-target')}</p>}
      <div className={styles.actions}>
        <Button type="submit" icon={CircleCheck} variant="primary" isPending={changing.isBusy}>
          {say('schedules.change.preview')}
        </Button>
      </div>
    </form>
  );
}
