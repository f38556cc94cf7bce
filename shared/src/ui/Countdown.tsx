import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './Countdown.module.css';
import { useNow } from './use-now.ts';

interface CountdownProps {
  /** ISO 8601 instant at which it ends. */
  readonly until: string;
  readonly totalSeconds: number;
}

/** Seconds left in a ring that empties. What happens at the end is the caller's to do and to say. */
export function Countdown({ until, totalSeconds }: CountdownProps) {
  const say = useCommonMessages();
  const seconds = Math.min(totalSeconds, Math.max(0, Math.ceil((Date.parse(until) - useNow()) / 1000)));
  return (
    <div role="timer" aria-live="off" aria-label={say('countdown.seconds', { seconds })} className={styles.countdown}>
      <svg className={styles.ring} viewBox="0 0 100 100" aria-hidden="true">
        <circle className={styles.whole} cx="50" cy="50" r="46" />
        <circle
          className={styles.left}
          cx="50"
          cy="50"
          r="46"
          pathLength={totalSeconds}
          strokeDasharray={`${seconds} ${totalSeconds}`}
        />
      </svg>
      <span aria-hidden="true">{seconds}</span>
    </div>
  );
}
