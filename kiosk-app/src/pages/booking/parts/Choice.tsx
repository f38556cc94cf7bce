import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface ChoiceProps {
  /** The group: one of those with the same name is chosen. */
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly lang?: string;
  readonly children?: ReactNode;
}

/** One of several answers, as large as a finger wants it. */
export function Choice({ name, isChosen, onChoose, title, lang, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span lang={lang}>
        <span className={styles.title}>{title}</span>
        {children && <span className={styles.words}>{children}</span>}
      </span>
    </label>
  );
}
