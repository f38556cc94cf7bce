import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './ProgressSteps.module.css';

interface ProgressStepsProps {
  /** From 1. */
  readonly current: number;
  readonly total: number;
}

/** "Step 2 of 4", with as many marks. */
export function ProgressSteps({ current, total }: ProgressStepsProps) {
  const say = useCommonMessages();
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className={styles.steps}>
      <p>{say('steps.position', { current, total })}</p>
      <div className={styles.bar} aria-hidden="true">
        {steps.map((step) => (
          <span key={step} className={step <= current ? styles.done : undefined} />
        ))}
      </div>
    </div>
  );
}
