import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** Says "optional" beside the label; fields are required unless they say so. */
  readonly isOptional?: boolean;
  readonly description?: string;
  /** What is wrong and what to do; shows the field as invalid. */
  readonly error?: string;
}

/** What every field wears: label above, help and error below, tied to the control by react-aria. */
export function FieldFrame({ label, isOptional, description, error, children }: FieldProps & { children: ReactNode }) {
  const say = useCommonMessages();
  return (
    <>
      <Label className={styles.label}>
        {label} {isOptional && <span className={styles.optional}>({say('field.optional')})</span>}
      </Label>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      {children}
      <FieldError className={styles.error}>
        <OctagonAlert aria-hidden="true" />
        {error}
      </FieldError>
    </>
  );
}
