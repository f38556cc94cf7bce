import { addDays, dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { homeZone } from '../../calendar/wall-time.ts';
import { DayField } from '../fields/DayField.tsx';
import { useWeek } from '../week-grid/use-week.ts';
import { WeekGrid } from '../week-grid/WeekGrid.tsx';
import { sameTimes } from '../week-grid/week-blocks.ts';
import type { EditorTabProps } from './EditorTabs.tsx';
import { blocksOf, rulesAfter, rulesOf, rulesOn } from './rules.ts';
import styles from './ScheduleEditor.module.css';

/** The week's hours from a day on. */
export function WeekTab({ specialists, changing, monday, onTyped }: EditorTabProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const today = dateAt(Date.now(), homeZone);
  const first = monday > today ? monday : today;
  const [from, setFrom] = useState<PlainDate | null>(first);
  const [keepsLater, setKeepsLater] = useState(true);
  const weeks = changing.bases.map(({ schedule }) => blocksOf(rulesOn(schedule, first)));
  const areSame = weeks.every((blocks) => sameTimes(blocks, weeks[0] ?? []));
  const [startedWith, setStartedWith] = useState<number | null>(areSame ? 0 : null);
  const week = useWeek(areSame ? (weeks[0] ?? []) : []);
  const start = (index: number | null) => {
    setStartedWith(index);
    week.replace(index === null ? [] : (weeks[index] ?? []));
    onTyped();
  };
  const base = startedWith === null ? undefined : changing.bases[startedWith];
  const later = from && base ? rulesAfter(base.schedule, from) : [];
  const [next] = later.flatMap(({ validFrom }) => validFrom ?? []).toSorted();
  return (
    <div className={styles.tab}>
      {!areSame && (
        <Notice tone="info" title={say('schedules.week.differ')}>
          <div className={styles.actions}>
            {specialists.map(({ id, name }, index) => (
              <Button key={id} onPress={() => start(index)} aria-pressed={startedWith === index}>
                {name}
              </Button>
            ))}
            <Button onPress={() => start(null)}>{say('schedules.week.empty')}</Button>
          </div>
        </Notice>
      )}
      <WeekGrid
        label={say('schedules.week.grid')}
        newChannels={week.blocks[0]?.channels ?? channels}
        week={{
          ...week,
          put: (block) => {
            week.put(block);
            onTyped();
          },
          remove: (id) => {
            week.remove(id);
            onTyped();
          },
        }}
      />
      {next && (
        <Switch isSelected={keepsLater} onChange={setKeepsLater}>
          {say(keepsLater ? 'schedules.week.later.kept' : 'schedules.week.later.replaced', { date: words.date(next) })}
        </Switch>
      )}
      <div className={styles.foot}>
        <DayField
          label={say('schedules.week.from')}
          description={say('schedules.week.from.help')}
          initial={from}
          onChange={setFrom}
          {...(from === null && { error: say('schedules.exceptions.no-day') })}
        />
        <Button
          icon={CircleCheck}
          variant="primary"
          isDisabled={from === null}
          isPending={changing.isBusy}
          onPress={() => {
            if (!from) return;
            const weekly = rulesOf(week.blocks, from, keepsLater ? later : [], (date) => addDays(date, -1));
            changing.preview({ kind: 'set-week', from, weekly });
          }}
        >
          {say('schedules.change.preview')}
        </Button>
      </div>
    </div>
  );
}
