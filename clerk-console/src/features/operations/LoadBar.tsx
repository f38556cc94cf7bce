import { Meter } from 'react-aria-components/Meter';
import styles from './LoadBar.module.css';

/** Above this share of a core a worker begins to send late. */
const full = 0.8;

interface LoadBarProps {
  readonly label: string;
  /** Share of a core, 0–1. */
  readonly share: number;
}

/** How much of a core is used: a bar for the eye, a number beside it, a mark where it is too much. */
export function LoadBar({ label, share }: LoadBarProps) {
  const percent = Math.round(share * 100);
  return (
    <Meter
      aria-label={label}
      value={Math.min(100, percent)}
      valueLabel={`${percent} %`}
      className={styles.load ?? ''}
      data-full={share >= full}
    >
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className={styles.bar}>
        <rect width="100" height="8" className={styles.ground} />
        <rect width={Math.min(100, percent)} height="8" className={styles.used} />
        <rect x={full * 100} width="1" height="8" className={styles.limit} />
      </svg>
      <span className={styles.number}>{percent} %</span>
    </Meter>
  );
}
