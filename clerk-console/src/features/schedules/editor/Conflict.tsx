import type { VersionedSchedule } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { changeSchedule } from '@remote-clerk/shared/domain/scheduling/schedule-change.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { homeZone } from '../../calendar/wall-time.ts';
import styles from './Conflict.module.css';
import { hoursByWeekday } from './rules.ts';
import { useExceptionWords } from './use-exception-words.ts';
import type { ChangeStep, ScheduleChanging } from './use-schedule-change.ts';

interface ConflictProps {
  readonly step: Extract<ChangeStep, { kind: 'conflict' }>;
  readonly specialists: readonly { readonly id: AccountId; readonly name: string }[];
  readonly changing: ScheduleChanging;
  readonly onTake: () => void;
}

/** What a colleague has saved meanwhile beside what one's own change would make of it; only then can it be overwritten. */
export function Conflict({ step, specialists, changing, onTake }: ConflictProps) {
  const say = useMessages();
  const format = useFormat();
  const on = step.change.kind === 'set-week' ? step.change.from : dateAt(Date.now(), homeZone);
  return (
    <Dialog
      title={say('schedules.conflict')}
      isOpen
      isAlert
      actions={
        <>
          <Button onPress={onTake}>{say('schedules.conflict.take')}</Button>
          <Button variant="primary" isPending={changing.isBusy} onPress={() => changing.preview(step.change)}>
            {say('schedules.conflict.keep')}
          </Button>
        </>
      }
    >
      <p>{say('schedules.conflict.means')}</p>
      {step.theirs.map((theirs) => (
        <section key={theirs.specialistId} className={styles.person}>
          <h3>
            {say('schedules.conflict.by', {
              name: specialists.find(({ id }) => id === theirs.specialistId)?.name ?? '',
              who: theirs.changedBy ?? say('schedules.conflict.somebody'),
              at: theirs.changedAt ? format.dateTime(theirs.changedAt) : '',
            })}
          </h3>
          <Comparison theirs={theirs} mine={changeSchedule(theirs.schedule, step.change)} on={on} />
        </section>
      ))}
    </Dialog>
  );
}

type ComparisonProps = { readonly theirs: VersionedSchedule; readonly mine: Schedule; readonly on: PlainDate };

/** Two schedules line by line; lines that differ stand out by weight and a mark. */
function Comparison({ theirs, mine, on }: ComparisonProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const exceptionWords = useExceptionWords();
  const rulesOf = (spans: ReturnType<typeof hoursByWeekday>[number]['spans']) =>
    spans
      .map(
        (span) => `${words.hours(span)} (${span.channels.map((each) => say(`calendar.channel.${each}`)).join(', ')})`,
      )
      .join('; ');
  const linesOf = (schedule: Schedule) => [
    ...hoursByWeekday(schedule, on).map(({ weekday, spans }) => ({
      name: words.weekday(weekday),
      words: rulesOf(spans) || say('schedules.conflict.no-hours'),
    })),
    {
      name: say('schedules.editor.tab.exceptions'),
      words: schedule.exceptions.map(exceptionWords).join('; ') || say('schedules.exceptions.none'),
    },
    {
      name: say('schedules.editor.tab.limits'),
      words: say('schedules.conflict.limits', {
        lead: schedule.limits.leadMinutes,
        horizon: schedule.limits.horizonDays,
        daily: schedule.limits.dailyLimit ?? '–',
        share: schedule.limits.walkInShare,
        before: schedule.limits.bufferBefore,
        after: schedule.limits.bufferAfter,
      }),
    },
  ];
  const ours = linesOf(mine);
  return (
    <table className={styles.comparison}>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('schedules.conflict.theirs')}</th>
          <th scope="col">{say('schedules.conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(theirs.schedule).map(({ name, words: saved }, index) => (
          <tr key={name} data-differs={saved !== ours[index]?.words}>
            <th scope="row">{name}</th>
            <td>{saved}</td>
            <td>{ours[index]?.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
