import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CallNotes } from './CallNotes.tsx';
import styles from './CallTrouble.module.css';
import { useCallContext } from './call-context.ts';
import type { Stage } from './stage.ts';

interface CallTroubleProps {
  readonly current: DeskConsultation;
  readonly stage: Stage;
  readonly state: CallState;
}

/** What the stage says over the pictures, and instead of them. */
export function CallTrouble({ current, stage, state }: CallTroubleProps) {
  const say = useMessages();
  const { controller } = useCallContext();
  const { error } = useStore(controller.state);
  const enter = () => void controller.enter(current.id);
  switch (stage) {
    case 'connecting':
      return <p className={styles.words}>{say('call.connecting')}</p>;
    case 'ending':
      return <p className={styles.words}>{say(error ? 'call.ending.away' : 'call.ending')}</p>;
    case 'reconnecting':
      return (
        <div className={styles.notices}>
          <Reconnecting recovery={state.recovery} />
        </div>
      );
    case 'elsewhere':
      return (
        <div className={styles.notices}>
          <Notice
            tone="info"
            title={say('call.elsewhere')}
            actions={<Button onPress={enter}>{say('call.elsewhere.here')}</Button>}
          />
        </div>
      );
    case 'failed':
      return (
        <div className={styles.notices}>
          <Notice
            tone="bad"
            title={say('call.failed')}
            todo={error ? say(problemMessage(error)) : say('call.failed.todo')}
            actions={<Button onPress={enter}>{say('call.failed.again')}</Button>}
          />
        </div>
      );
    case 'in-call':
      return (
        <div className={styles.notices}>
          <CallNotes current={current} state={state} />
        </div>
      );
  }
}

/** What is being done to bring the call back, and for how long it has been. */
function Reconnecting({ recovery }: Pick<CallState, 'recovery'>) {
  const say = useMessages();
  return (
    <Notice tone="warn" title={say('call.reconnecting')} doing={say(`call.recovery.${recovery?.rung ?? 'rejoin'}`)}>
      {recovery && (
        <p className={styles.since}>
          {say('call.recovery.since')}{' '}
          <ElapsedTime since={new Date(performance.timeOrigin + recovery.sinceMs).toISOString()} />
        </p>
      )}
    </Notice>
  );
}
