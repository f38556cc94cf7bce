import { useEffect } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from '../call/call-context.ts';
import { DeviceFailures } from '../call/DeviceChoices.tsx';
import { OwnPicture } from '../call/OwnPicture.tsx';
import styles from './RingStage.module.css';

/** While it rings: oneself, as the citizen is about to see. */
export function RingStage() {
  const say = useMessages();
  const { media } = useCallContext();
  useEffect(() => media.hold(), [media]);
  return (
    <section className={styles.stage} data-theme="dark">
      <div className={styles.picture}>
        <OwnPicture />
      </div>
      <h2>{say('idle.ring')}</h2>
      <p className={styles.words}>{say('idle.ring.help')}</p>
      <DeviceFailures />
    </section>
  );
}
