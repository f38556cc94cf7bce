import { longestTermDays } from '@remote-clerk/shared/domain/rights.ts';
import { addDays, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { DayField } from '../../schedules/fields/DayField.tsx';
import { monthsFrom, presetMonths } from '../parts/term.ts';
import page from '../Rights.module.css';

/** For how long: `from` null for as soon as it is approved; `until` null while no day is typed. */
export type TypedTerm = {
  readonly isLater: boolean;
  readonly from: PlainDate | null;
  /** Months, or a day of one's own. */
  readonly length: '3' | '6' | '12' | 'day';
  readonly until: PlainDate | null;
};
type TermProblem = 'no-from' | 'past-from' | 'no-until' | 'order' | 'too-long';

const firstDay = ({ isLater, from }: TypedTerm, today: PlainDate) => (isLater ? from : today);

/** The last day that is asked for; null while there is none. */
export function lastDay(term: TypedTerm, today: PlainDate): PlainDate | null {
  const first = firstDay(term, today);
  if (term.length === 'day') return term.until;
  return first && monthsFrom(first, Number(term.length));
}

export function problemOf(term: TypedTerm, today: PlainDate): TermProblem | null {
  const first = firstDay(term, today);
  const last = lastDay(term, today);
  if (!first) return 'no-from';
  if (first < today) return 'past-from';
  if (!last) return 'no-until';
  if (last < first) return 'order';
  return last > addDays(first, longestTermDays - 1) ? 'too-long' : null;
}

interface TermFieldsProps {
  readonly value: TypedTerm;
  readonly today: PlainDate;
  /** Said beside the field that it is about. */
  readonly problem: TermProblem | null;
  readonly onChange: (value: TypedTerm) => void;
}

/** From when, and for how long: most people need one of three terms. */
export function TermFields({ value, today, problem, onChange }: TermFieldsProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const last = lastDay(value, today);
  const isAboutFrom = problem === 'no-from' || problem === 'past-from';
  return (
    <>
      <ChoiceRows
        label={say('rights.ask.from')}
        value={value.isLater ? 'later' : 'soon'}
        choices={[
          { id: 'soon', name: say('rights.ask.from.soon') },
          { id: 'later', name: say('rights.ask.from.later') },
        ]}
        onChange={(id) => onChange({ ...value, isLater: id === 'later' })}
      />
      {value.isLater && (
        <DayField
          label={say('rights.ask.first-day')}
          initial={value.from}
          onChange={(from) => onChange({ ...value, from })}
          {...(isAboutFrom && { error: say(`rights.ask.${problem}`) })}
        />
      )}
      <ChoiceRows
        label={say('rights.ask.length')}
        value={value.length}
        choices={[
          ...presetMonths.map((months) => ({ id: `${months}` as const, name: say('rights.ask.months', { months }) })),
          { id: 'day', name: say('rights.ask.other-day') },
        ]}
        onChange={(length) => onChange({ ...value, length, until: lastDay(value, today) })}
      />
      {value.length === 'day' ? (
        <DayField
          label={say('rights.ask.last-day')}
          initial={value.until}
          onChange={(until) => onChange({ ...value, until })}
          {...(problem && !isAboutFrom && { error: say(`rights.ask.${problem}`) })}
        />
      ) : (
        last && <p className={page.soft}>{say('rights.ask.last-day.is', { day: words.date(last) })}</p>
      )}
    </>
  );
}
