import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** What is known, term by term. */
export function Facts({ facts }: { readonly facts: readonly { term: string; words: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, words }) => (
        <div key={term} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
