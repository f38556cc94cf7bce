import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './ChoiceCard.module.css';

interface ChoiceCardProps {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: LucideIcon;
  readonly lang?: string;
  /** Below the words: how long, by whom. */
  readonly facts?: ReactNode;
  readonly onPress: () => void;
}

/** An answer that leads straight on. */
export function ChoiceCard({ title, hint, icon: Icon, lang, facts, onPress }: ChoiceCardProps) {
  return (
    <Button className={styles.card ?? ''} onPress={onPress}>
      {Icon && <Icon aria-hidden="true" className={styles.icon} />}
      <span className={styles.words} lang={lang}>
        <span className={styles.title}>{title}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
        {facts && <span className={styles.facts}>{facts}</span>}
      </span>
      <ChevronRight aria-hidden="true" className={styles.onward} />
    </Button>
  );
}
