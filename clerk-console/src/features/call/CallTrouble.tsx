import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallTrouble.module.css';
import { useCallContext } from './call-context.ts';
import type { Stage } from './stage.ts';

interface CallTroubleProps {
  readonly current: DeskConsultation;
  readonly stage: Stage;
  readonly state: CallState;
}

/** What the stage says whenever there is no plain picture on it. */
export function CallTrouble({ current, stage, state }: CallTroubleProps) {
  const say = useMessages();
  const { controller } = useCallContext();
  const { error } = useStore(controller.state);
  const enter = () => void controller.enter(current.id);
  if (stage === 'connecting') return <p className={styles.words}>{say('call.connecting')}</p>;
  if (stage === 'ending') {
    return <p className={styles.words}>{say(error ? 'call.ending.away' : 'call.ending')}</p>;
  }
  if (stage === 'reconnecting') {
    return (
      <div className={styles.notice}>
        <Notice tone="warn" title={say('call.reconnecting')} doing={say('call.reconnecting.doing')} />
      </div>
    );
  }
  if (stage === 'elsewhere') {
    return (
      <div className={styles.notice}>
        <Notice
          tone="info"
          title={say('call.elsewhere')}
          actions={<Button onPress={enter}>{say('call.elsewhere.here')}</Button>}
        />
      </div>
    );
  }
  if (stage === 'failed') {
    return (
      <div className={styles.notice}>
        <Notice
          tone="bad"
          title={say('call.failed')}
          todo={error ? say(problemMessage(error)) : say('call.failed.todo')}
          actions={<Button onPress={enter}>{say('call.failed.again')}</Button>}
        />
      </div>
    );
  }
  if (state.remote && !state.remote.connected) {
    return (
      <div className={styles.notice}>
        <Notice tone="warn" title={say('call.remote-away')} doing={say('call.remote-away.doing')} />
      </div>
    );
  }
  return null;
}
