import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import type { Closure } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { DoorClosed } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { isProblem, problemMessage } from '../../../app/problems.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { DaysAndHours, type TypedTime, timeOf, timeProblem } from '../fields/DaysAndHours.tsx';
import styles from './Closures.module.css';

const untyped: TypedTime = { firstDay: null, lastDay: null, hours: null };

interface NewClosureProps {
  readonly institutionId: InstitutionId;
  readonly onCreated: () => void;
}

export function NewClosure({ institutionId, onCreated }: NewClosureProps) {
  const say = useMessages();
  const { api } = useConsole();
  const [name, setName] = useState('');
  const [time, setTime] = useState<TypedTime>(untyped);
  const [isTried, setIsTried] = useState(false);
  const [round, setRound] = useState(0);
  const create = useCommand(
    (body: Closure & { name: string; orphans: 'refuse' | 'keep' }, idempotencyKey) =>
      api.call(scheduleRoutes.createClosure, { params: { institutionId }, body, idempotencyKey }),
    {
      onSuccess: () => {
        setName('');
        setTime(untyped);
        setIsTried(false);
        setRound(round + 1);
        onCreated();
      },
    },
  );
  const leavesOrphans = isProblem(create.error, 'appointments-orphaned');
  const send = (orphans: 'refuse' | 'keep') => {
    setIsTried(true);
    const typed = timeOf(time);
    if (typed && name.trim()) create.mutate({ ...typed, name: name.trim(), orphans });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send('refuse');
      }}
    >
      <h2>{say('schedules.closures.new')}</h2>
      <TextField
        label={say('schedules.closures.name')}
        value={name}
        maxLength={200}
        onChange={setName}
        {...(isTried && !name.trim() && { error: say('schedules.closures.no-name') })}
      />
      <DaysAndHours
        key={round}
        value={time}
        problem={isTried ? timeProblem(time) : null}
        onChange={(next) => {
          setTime(next);
          create.reset();
        }}
      />
      {leavesOrphans && (
        <Notice
          tone="warn"
          title={say('schedules.closures.orphans')}
          actions={
            <Button isPending={create.isPending} onPress={() => send('keep')}>
              {say('schedules.closures.add-keep')}
            </Button>
          }
        />
      )}
      {create.isError && !leavesOrphans && (
        <Notice tone="bad" title={say('schedules.change.failed')} todo={say(problemMessage(create.error))} />
      )}
      <div className={styles.tools}>
        <Button type="submit" icon={DoorClosed} variant="primary" isPending={create.isPending}>
          {say('schedules.closures.add')}
        </Button>
      </div>
    </form>
  );
}
