import type { RightsReview } from '@remote-clerk/shared/contracts/rights.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import page from '../Rights.module.css';
import styles from './Review.module.css';

const parts = ['confirmed', 'withdrawn', 'gone'] as const;

/** How far a review has come: as a bar for the eye, and in words. */
export function Progress({ progress }: Pick<RightsReview, 'progress'>) {
  const say = useMessages();
  const { open, confirmed, withdrawn, gone } = progress;
  const total = open + confirmed + withdrawn + gone;
  const before = (index: number) => parts.slice(0, index).reduce((sum, part) => sum + progress[part], 0);
  return (
    <div className={styles.progress}>
      <strong>{say('rights.review.progress', { done: total - open, total })}</strong>
      <svg className={styles.bar} viewBox={`0 0 ${Math.max(1, total)} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.ground} width="100%" height="1" />
        {parts.map((part, index) => (
          <rect key={part} className={styles[part]} x={before(index)} width={progress[part]} height="1" />
        ))}
      </svg>
      <span className={page.soft}>{say('rights.review.counts', { open, confirmed, withdrawn, gone })}</span>
    </div>
  );
}
