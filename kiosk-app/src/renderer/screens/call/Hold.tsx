import { EyeOff, Hourglass } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CallStatus.module.css';

/** On hold: nobody's picture, no sound, and words for both. */
export function Hold() {
  const say = useMessages();
  return (
    <div role="status" data-held className={`${styles.status} ${styles.held}`}>
      <Hourglass aria-hidden="true" className={styles.still} />
      <p className={styles.title}>{say('hold.title')}</p>
      <p>{say('hold.doing')}</p>
      <p className={styles.assurance}>
        <EyeOff aria-hidden="true" className={styles.small} />
        <span>{say('hold.hidden')}</span>
      </p>
      <p>{say('hold.goesOn')}</p>
    </div>
  );
}
