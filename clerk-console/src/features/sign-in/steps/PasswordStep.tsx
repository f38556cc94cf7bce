import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { StepProps } from '../use-sign-in.ts';
import { OtherWay } from './OtherWay.tsx';
import styles from './steps.module.css';
import { WhoRow } from './WhoRow.tsx';

export function PasswordStep({ signIn, mustWait }: StepProps) {
  const say = useMessages();
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { login, password: sending } = signIn;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (mustWait || password === '') return;
    sending.mutate(password, {
      onError: () => {
        setPassword('');
        setIsTried(false);
      },
    });
  };
  return (
    <form className={styles.step} onSubmit={submit}>
      <h2 className={styles.question}>{say('sign-in.password.title')}</h2>
      <WhoRow signIn={signIn} />
      {/* By it the browser’s memory of passwords knows whose this is. */}
      <input
        className="visually-hidden"
        name="username"
        autoComplete="username"
        value={login}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={say('sign-in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        error={isTried && password === '' && !sending.isPending ? say('sign-in.password.missing') : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" isWide isPending={sending.isPending} isDisabled={mustWait}>
        {say('sign-in.submit')}
      </Button>
      <OtherWay signIn={signIn} />
    </form>
  );
}
