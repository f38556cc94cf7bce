import type { ReactNode } from 'react';
import styles from './Typing.module.css';

interface TypingProps {
  /** Where it goes. */
  readonly children: ReactNode;
  readonly keys: ReactNode;
}

/** What is typed above the keys it is typed with; beside them where a screen's lower half is low. */
export function Typing({ children, keys }: TypingProps) {
  return (
    <div className={styles.typing}>
      <div className={styles.part}>{children}</div>
      <div className={styles.part}>{keys}</div>
    </div>
  );
}
