import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { Screen } from '../parts/Screen.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import styles from './Details.module.css';

interface EnterCodeProps {
  /** It was not found; shown for another try. */
  readonly unknownCode: string | null;
  readonly onCode: (code: string) => void;
}

/** The way back to an appointment. The code goes into no address: others may use this browser. */
export function EnterCode({ unknownCode, onCode }: EnterCodeProps) {
  const { say } = useBooking();
  const [typed, setTyped] = useState(unknownCode ?? '');
  const [error, setError] = useState(unknownCode === null ? undefined : say('code.unknown'));
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = AppointmentCode.safeParse(typed);
    if (code.success) return onCode(code.data);
    setError(say('code.wrong'));
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Screen title={say('code.question')} lede={say('code.lede')} back="service">
      <form ref={form} noValidate className={styles.form} onSubmit={submit}>
        <TextInput
          name="code"
          label={say('code.label')}
          description={say('code.help')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={typed}
          error={error}
          onChange={setTyped}
        />
        <div>
          <Button type="submit" variant="primary">
            {say('code.submit')}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
