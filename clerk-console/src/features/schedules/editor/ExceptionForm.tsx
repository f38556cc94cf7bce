import {
  type Channel,
  channels,
  exceptionReasons,
  ScheduleException,
} from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { ChannelChoice } from '../fields/ChannelChoice.tsx';
import { DaysAndHours, type TypedTime, timeOf, timeProblem } from '../fields/DaysAndHours.tsx';
import styles from './ScheduleEditor.module.css';

interface ExceptionFormProps {
  readonly isBusy: boolean;
  readonly onTyped: () => void;
  readonly onDone: (exception: ScheduleException) => void;
}

const kinds = ['closed', 'open'] as const;

/** Days or hours that are otherwise than the week. */
export function ExceptionForm({ isBusy, onTyped, onDone }: ExceptionFormProps) {
  const say = useMessages();
  const [kind, setKind] = useState<(typeof kinds)[number]>('closed');
  const [reason, setReason] = useState<ScheduleException['reason']>('leave');
  const [time, setTime] = useState<TypedTime>({ firstDay: null, lastDay: null, hours: null });
  const [through, setThrough] = useState<Channel[]>([...channels]);
  const [isTried, setIsTried] = useState(false);
  const isOpen = kind === 'open';
  const problem = timeProblem(time);
  const typed = timeOf(time);
  return (
    <form
      className={styles.tab}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (typed && through.length > 0) {
          onDone(
            ScheduleException.parse({ ...typed, kind, reason: isOpen ? 'extra-hours' : reason, channels: through }),
          );
        }
      }}
    >
      <h3>{say('schedules.exceptions.new')}</h3>
      <div className={styles.row}>
        <ChoiceRows
          label={say('schedules.exceptions.kind')}
          choices={kinds.map((id) => ({ id, name: say(`schedules.exceptions.kind.${id}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            if (next === 'open' && !time.hours) setTime({ ...time, hours: { from: 540, until: 780 } });
          }}
        />
        {!isOpen && (
          <Select
            label={say('schedules.exceptions.reason')}
            items={exceptionReasons
              .filter((id) => id !== 'extra-hours')
              .map((id) => ({ id, label: say(`calendar.reason.${id}`) }))}
            value={reason}
            onChange={setReason}
          />
        )}
      </div>
      <DaysAndHours
        value={time}
        needsHours={isOpen}
        problem={isTried ? problem : null}
        onChange={(next) => {
          setTime(next);
          onTyped();
        }}
      />
      <ChannelChoice
        label={say('schedules.exceptions.channels')}
        value={through}
        onChange={setThrough}
        {...(isTried && through.length === 0 && { error: say('schedules.block.no-channel') })}
      />
      <div className={styles.actions}>
        <Button type="submit" icon={CircleCheck} variant="primary" isPending={isBusy}>
          {say('schedules.change.preview')}
        </Button>
      </div>
    </form>
  );
}
