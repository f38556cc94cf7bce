import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './steps/steps.module.css';

const length = 6;

interface CodeFormProps {
  readonly description?: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly mustWait?: boolean;
  /** `onRefused` empties the field for another. */
  readonly onCode: (code: string, onRefused: () => void) => void;
}

/** The six digits of an authenticator app; the sixth sends them. */
export function CodeForm({ description, submit, isPending, mustWait = false, onCode }: CodeFormProps) {
  const say = useMessages();
  const [code, setCode] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isWhole = code.length === length;

  const send = (whole: string) => {
    if (!mustWait && !isPending) onCode(whole, () => setCode(''));
  };
  const type = (text: string) => {
    // Apps show them in two threes, and so are they pasted.
    const digits = text.replaceAll(/\D/g, '').slice(0, length);
    setCode(digits);
    setIsTried(false);
    if (digits.length === length && digits !== code) send(digits);
  };
  const press = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isWhole) send(code);
  };
  return (
    <form className={styles.step} onSubmit={press}>
      <div className={styles.code}>
        <TextField
          label={say('code.label')}
          description={description}
          name="one-time-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          error={isTried && !isWhole ? say('code.missing') : undefined}
          value={code}
          onChange={type}
        />
      </div>
      <Button type="submit" variant="primary" isWide isPending={isPending} isDisabled={mustWait}>
        {submit}
      </Button>
    </form>
  );
}
