import { Clock } from 'lucide-react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import styles from './HoldClock.module.css';

interface HoldClockProps {
  /** Whole seconds, more than none. */
  readonly secondsLeft: number;
  readonly isPending: boolean;
  readonly onExtend: () => void;
}

/** How long the time is still kept. It is said aloud once, a minute before the end, lest it disturb the typing. */
export function HoldClock({ secondsLeft, isPending, onExtend }: HoldClockProps) {
  const { say, formatAt } = useBooking();
  const isNearEnd = secondsLeft <= 60;
  return (
    <div className={styles.clock} data-near-end={isNearEnd || undefined}>
      <Clock aria-hidden="true" />
      <p role="timer" aria-live="off" className={styles.left}>
        {say('details.left', { left: formatAt().stopwatch(secondsLeft) })}
      </p>
      <Button isPending={isPending} onClick={onExtend}>
        {say('details.extend')}
      </Button>
      <p role="status" className="visually-hidden">
        {isNearEnd ? say('details.lastMinute') : ''}
      </p>
    </div>
  );
}
