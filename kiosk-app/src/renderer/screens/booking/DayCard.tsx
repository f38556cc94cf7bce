import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import styles from './DayCard.module.css';

interface DayCardProps {
  readonly day: PlainDate;
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
}

/** A day as a leaf of a calendar. */
export function DayCard({ day, title, hint, onPress }: DayCardProps) {
  return (
    <Button className={styles.card ?? ''} onPress={onPress}>
      <span aria-hidden="true" className={styles.leaf}>
        {Number(day.slice(8))}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
      <ChevronRight aria-hidden="true" className={styles.onward} />
    </Button>
  );
}
