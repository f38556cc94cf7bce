import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import type { FormEvent } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { appointmentCodeKeys } from '../../flow/appointment-code.ts';
import { KeyPad } from '../../keyboard/KeyPad.tsx';
import styles from './CodeEntry.module.css';

interface CodeEntryProps {
  /** In threes. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
}

/** The code as it is typed, with keys for each of its letters and figures. */
export function CodeEntry({ value, error, onChange, onSubmit }: CodeEntryProps) {
  const say = useMessages();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <div className={styles.code}>
        <TextField
          label={say('checkIn.code')}
          description={say('checkIn.codeHelp')}
          error={error}
          value={value}
          onChange={onChange}
          autoComplete="off"
          spellCheck="false"
        />
      </div>
      <KeyPad
        isLarge
        rows={appointmentCodeKeys}
        onKey={(key) => onChange(value + key)}
        // A dash comes and goes by itself.
        onDelete={() => onChange(value.replace(/-?.$/, ''))}
      />
    </form>
  );
}
