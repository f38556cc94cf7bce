import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import type { FormEvent, ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { appointmentCodeKeys } from '../../flow/appointment-code.ts';
import { KeyPad } from '../../keyboard/KeyPad.tsx';
import { Typing } from '../../keyboard/Typing.tsx';
import styles from './CodeEntry.module.css';

interface CodeEntryProps {
  /** In threes. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  /** Another way than typing. */
  readonly children: ReactNode;
}

/** The code as it is typed, with keys for each of its letters and figures. */
export function CodeEntry({ value, error, onChange, onSubmit, children }: CodeEntryProps) {
  const say = useMessages();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Typing
      keys={
        <KeyPad
          isLarge
          rows={appointmentCodeKeys}
          onKey={(key) => onChange(value + key)}
          // A dash comes and goes by itself.
          onDelete={() => onChange(value.replace(/-?.$/, ''))}
        />
      }
    >
      <form className={styles.code} onSubmit={submit}>
        <TextField
          label={say('checkIn.code')}
          description={say('checkIn.codeHelp')}
          error={error}
          value={value}
          onChange={onChange}
          autoComplete="off"
          spellCheck="false"
        />
      </form>
      {children}
    </Typing>
  );
}
