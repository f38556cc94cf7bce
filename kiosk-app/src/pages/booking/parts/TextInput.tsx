import styles from '@remote-clerk/shared/ui/Field.module.css';
import { OctagonAlert } from 'lucide-react';
import { type InputHTMLAttributes, useId } from 'react';
import { useBooking } from '../booking-context.tsx';

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onChange' | 'value'> {
  readonly label: string;
  readonly isOptional?: boolean;
  readonly description?: string;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, in the shared fields' dress on the browser's own input. */
export function TextInput({ label, isOptional, description, error, onChange, ...input }: TextInputProps) {
  const { say } = useBooking();
  const id = useId();
  const described = [description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label} {isOptional && <span className={styles.optional}>({say('optional')})</span>}
      </label>
      {description && (
        <p id={`${id}-help`} className={styles.description}>
          {description}
        </p>
      )}
      <div className={styles.box}>
        <input
          {...input}
          id={id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <OctagonAlert aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}
