import shared from '@remote-clerk/shared/ui/Field.module.css';
import { OctagonAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Question.module.css';

interface QuestionProps {
  readonly label: string;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A group of choices under its question. */
export function Question({ label, error, children }: QuestionProps) {
  const errorId = useId();
  return (
    <fieldset className={styles.question} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {error && (
        <p id={errorId} className={shared.error}>
          <OctagonAlert aria-hidden="true" />
          {error}
        </p>
      )}
      <div className={styles.choices}>{children}</div>
    </fieldset>
  );
}
