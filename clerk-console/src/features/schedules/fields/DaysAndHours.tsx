import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Closure } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { hoursOf } from '../editor/rules.ts';
import { Checkbox } from './Checkbox.tsx';
import { ClockField } from './ClockField.tsx';
import { DayField } from './DayField.tsx';
import styles from './DaysAndHours.module.css';

/** From one day to another, whole or at certain hours; null for what is not typed yet. Minutes since midnight. */
export type TypedTime = {
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly hours: { readonly from: number | null; readonly until: number | null } | null;
};
export type TimeProblem = 'no-first' | 'no-last' | 'days-order' | 'no-from' | 'no-until' | 'hours-order';

const endOf = (until: number) => (until === 0 ? 1440 : until);

export function timeProblem({ firstDay, lastDay, hours }: TypedTime): TimeProblem | null {
  if (!firstDay) return 'no-first';
  if (!lastDay) return 'no-last';
  if (lastDay < firstDay) return 'days-order';
  if (!hours) return null;
  if (hours.from === null) return 'no-from';
  if (hours.until === null) return 'no-until';
  return hours.from < endOf(hours.until) ? null : 'hours-order';
}

/** What was typed, once it is all there and in order. */
export function timeOf(time: TypedTime): Pick<Closure, 'firstDay' | 'lastDay' | 'hours'> | null {
  const { firstDay, lastDay, hours } = time;
  if (!firstDay || !lastDay || timeProblem(time)) return null;
  if (!hours) return { firstDay, lastDay, hours: null };
  return hours.from === null || hours.until === null
    ? null
    : { firstDay, lastDay, hours: hoursOf(hours.from, endOf(hours.until)) };
}

interface DaysAndHoursProps {
  readonly value: TypedTime;
  /** Whole days are no choice. */
  readonly needsHours?: boolean;
  /** To be shown beside its field. */
  readonly problem: TimeProblem | null;
  readonly onChange: (value: TypedTime) => void;
}

export function DaysAndHours({ value, needsHours = false, problem, onChange }: DaysAndHoursProps) {
  const say = useMessages();
  const { firstDay, hours } = value;
  const error = (words: string, ...problems: readonly TimeProblem[]) =>
    problem && problems.includes(problem) ? { error: words } : {};
  return (
    <div className={styles.fields}>
      <DayField
        label={say('schedules.exceptions.first')}
        initial={value.firstDay}
        {...error(say('schedules.exceptions.no-day'), 'no-first')}
        onChange={(first) => onChange({ ...value, firstDay: first })}
      />
      <DayField
        label={say('schedules.exceptions.last')}
        initial={value.lastDay}
        {...error(say('schedules.exceptions.no-day'), 'no-last')}
        {...error(say('schedules.exceptions.order'), 'days-order')}
        onChange={(last) => onChange({ ...value, lastDay: last, firstDay })}
      />
      {!needsHours && (
        <Checkbox
          isChecked={hours === null}
          onChange={(isWhole) => onChange({ ...value, hours: isWhole ? null : { from: 540, until: 1020 } })}
        >
          {say('schedules.exceptions.whole')}
        </Checkbox>
      )}
      {hours && (
        <>
          <ClockField
            label={say('schedules.block.from')}
            value={hours.from}
            {...error(say('schedules.block.no-time'), 'no-from')}
            onChange={(from) => onChange({ ...value, hours: { ...hours, from } })}
          />
          <ClockField
            label={say('schedules.block.until')}
            value={hours.until}
            {...error(say('schedules.block.no-time'), 'no-until')}
            {...error(say('schedules.block.order'), 'hours-order')}
            onChange={(until) => onChange({ ...value, hours: { ...hours, until } })}
          />
        </>
      )}
    </div>
  );
}
