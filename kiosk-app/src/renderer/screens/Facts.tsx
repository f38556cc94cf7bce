import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
  readonly hint?: string;
  /** Larger than the others. */
  readonly isMain?: boolean;
}

export function Fact({ term, children, hint, isMain }: FactProps) {
  return (
    <div className={isMain ? styles.main : styles.fact}>
      <dt>{term}</dt>
      <dd>
        {children}
        {hint && <span className={styles.hint}>{hint}</span>}
      </dd>
    </div>
  );
}
