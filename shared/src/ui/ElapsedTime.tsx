import { useFormat } from '../i18n/use-messages.ts';
import styles from './ElapsedTime.module.css';
import { useNow } from './use-now.ts';

interface ElapsedTimeProps {
  /** ISO 8601 instant at which it began. */
  readonly since: string;
  /** `stopwatch` "3:07" (a call), `words` "3 min" (waiting). */
  readonly as?: 'stopwatch' | 'words';
}

/** Time that runs, silent for screen readers until they ask. */
export function ElapsedTime({ since, as = 'stopwatch' }: ElapsedTimeProps) {
  const format = useFormat();
  const seconds = Math.max(0, Math.floor((useNow() - Date.parse(since)) / 1000));
  return (
    <time role="timer" aria-live="off" dateTime={`PT${seconds}S`} className={styles.time}>
      {as === 'words' ? format.duration(seconds) : format.stopwatch(seconds)}
    </time>
  );
}
