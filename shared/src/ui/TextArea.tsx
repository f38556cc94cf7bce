import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './Field.tsx';

interface TextAreaProps extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly rows?: number;
  readonly placeholder?: string;
}

/** Several lines of text, such as a case's notes. */
export function TextArea({ label, isOptional, description, error, rows = 4, placeholder, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={styles.field ?? ''} isInvalid={error !== undefined}>
      <FieldFrame label={label} isOptional={isOptional} description={description} error={error}>
        <div className={styles.box}>
          <AriaTextArea className={styles.input ?? ''} rows={rows} placeholder={placeholder} />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
