import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { sentence } from './sentence.ts';
import styles from './TimeButtons.module.css';

interface TimeButtonsProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly starts: readonly Instant[];
  /** The one that is being kept. */
  readonly wanted: Instant | null;
  readonly onChoose: (start: Instant) => void;
  /** Of several days. */
  readonly hasDates?: boolean;
}

/** A part of the day, or what is nearest to it. */
export function TimeButtons({ icon: Icon, label, starts, wanted, onChoose, hasDates }: TimeButtonsProps) {
  const format = useFormat();
  return (
    <section className={styles.part}>
      <h2 className={styles.label}>
        <Icon aria-hidden="true" /> {label}
      </h2>
      <ul className={hasDates ? styles.dated : styles.times}>
        {starts.map((start) => (
          <li key={start}>
            <Button className={styles.time ?? ''} isDisabled={wanted !== null} onPress={() => onChoose(start)}>
              {start === wanted && <LoaderCircle aria-hidden="true" />}
              {hasDates ? sentence(format.dateTime(start)) : format.time(start)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
