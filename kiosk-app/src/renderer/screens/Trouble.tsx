import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';
import styles from './Trouble.module.css';

export function Starting() {
  const say = useMessages();
  return (
    <Screen
      name="starting"
      question={say('starting.title')}
      lede={say('starting.words')}
      info={<LoaderCircle aria-hidden="true" className={styles.turning} />}
    />
  );
}

/** The server can't be reached. The citizen's choices wait behind this screen. */
export function ServerAway() {
  const say = useMessages();
  return (
    <Screen
      name="server-away"
      question={say('away.question')}
      info={
        <>
          <Notice tone="warn" title={say('away.title')} doing={say('away.doing')} todo={say('away.todo')} />
          <LoaderCircle aria-hidden="true" className={styles.turning} />
        </>
      }
    />
  );
}

export function Revoked() {
  const say = useMessages();
  const { kiosk } = useParts();
  return (
    <Screen
      name="revoked"
      question={say('revoked.question')}
      info={<Notice tone="warn" title={say('revoked.title')} todo={say('revoked.todo')} />}
      onward={<Button onPress={() => kiosk.dispatch({ kind: 'enrolment.wanted' })}>{say('revoked.enrol')}</Button>}
    />
  );
}
