import { type LucideIcon, Search } from 'lucide-react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components/TextField';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './Field.tsx';

interface TextFieldProps
  extends FieldProps,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly icon?: LucideIcon;
  readonly placeholder?: string;
}

/** One line of text; `type="search"` brings its icon along. */
export function TextField({ label, isOptional, description, error, icon, placeholder, ...rest }: TextFieldProps) {
  const Icon = icon ?? (rest.type === 'search' ? Search : undefined);
  return (
    <AriaTextField {...rest} className={styles.field ?? ''} isInvalid={error !== undefined}>
      <FieldFrame label={label} isOptional={isOptional} description={description} error={error}>
        <div className={styles.box}>
          {Icon && <Icon aria-hidden="true" />}
          <Input className={styles.input ?? ''} placeholder={placeholder} />
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
