import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { useEffect, useEffectEvent } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useParts } from '../kiosk/kiosk-context.tsx';
import styles from './IdleWatch.module.css';
import { idlePolicy } from './idle.ts';
import { useIdle } from './use-idle.ts';

/** Asks whether somebody is still there, and wipes the session when nobody says so. Mount it anew for each screen. */
export function IdleWatch() {
  const say = useMessages();
  const { kiosk, sounds } = useParts();
  const { idle, stillHere } = useIdle();
  const wipe = useEffectEvent(() => void kiosk.wipe());
  const warn = useEffectEvent(() => sounds.play('attention'));
  useEffect(() => {
    if (idle.state === 'gone') wipe();
    if (idle.state === 'asked') warn();
  }, [idle.state]);
  const secondsLeft = idle.state === 'asked' ? idle.secondsLeft : 0;
  return (
    <Dialog
      isAlert
      isOpen={idle.state !== 'present'}
      title={say('idle.question')}
      actions={
        <>
          <Button onPress={() => void kiosk.wipe()}>{say('idle.finish')}</Button>
          <Button variant="primary" autoFocus onPress={stillHere}>
            {say('idle.here')}
          </Button>
        </>
      }
    >
      <p>{say('idle.words')}</p>
      <div className={styles.countdown} role="timer" aria-live="off">
        <span className={styles.seconds}>{secondsLeft}</span>
        <progress className={styles.bar} aria-hidden="true" max={idlePolicy.answerMs / 1000} value={secondsLeft} />
      </div>
    </Dialog>
  );
}
