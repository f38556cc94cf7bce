import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { classNames } from './class-names.ts';

interface CardProps {
  readonly title?: ReactNode;
  /** Beside the title, at the end: a badge, a button. */
  readonly aside?: ReactNode;
  /** Stands out from its neighbours, as a ringing consultation does. */
  readonly isAttention?: boolean;
  readonly children?: ReactNode;
}

export function Card({ title, aside, isAttention, children }: CardProps) {
  const titleId = useId();
  return (
    <article
      aria-labelledby={title === undefined ? undefined : titleId}
      className={classNames(styles.card, isAttention && styles.attention)}
    >
      {(title !== undefined || aside !== undefined) && (
        <header className={styles.head}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          {aside}
        </header>
      )}
      {children}
    </article>
  );
}
