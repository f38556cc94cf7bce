import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import type { StepProps } from '../use-sign-in.ts';
import styles from './steps.module.css';

/** Who one is; or, at once, a passkey, which says it too. */
export function LoginStep({ signIn, mustWait }: StepProps) {
  const say = useMessages();
  const { passkeys } = useConsole();
  const { login, setLogin, discovery, passkey } = signIn;
  const [isTried, setIsTried] = useState(false);
  const isMissing = login.trim() === '';
  usePasskeyInField(signIn);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!mustWait && !isMissing) discovery.mutate(login.trim());
  };
  return (
    <>
      <form className={styles.step} onSubmit={submit}>
        <TextField
          label={say('sign-in.login')}
          name="username"
          autoComplete="username webauthn"
          spellCheck="false"
          autoFocus
          error={isTried && isMissing ? say('sign-in.login.missing') : undefined}
          value={login}
          onChange={setLogin}
        />
        <Button type="submit" variant="primary" isWide isPending={discovery.isPending} isDisabled={mustWait}>
          {say('sign-in.continue')}
        </Button>
      </form>
      {passkeys.isSupported() && (
        <>
          <p className={styles.or}>{say('sign-in.or')}</p>
          <Button
            icon={KeyRound}
            isWide
            isPending={passkey.isPending && passkey.variables === 'dialog'}
            onPress={() => passkey.mutate('dialog')}
          >
            {say('sign-in.with-passkey')}
          </Button>
        </>
      )}
    </>
  );
}

/** Lets the browser offer passkeys among the names it fills in, where it can. */
function usePasskeyInField({ passkey: { mutate } }: StepProps['signIn']): void {
  const { passkeys } = useConsole();
  useEffect(() => {
    let isHere = true;
    void passkeys.offersInFields().then((offers) => {
      if (offers && isHere) mutate('in-field');
    });
    return () => {
      isHere = false;
      passkeys.stop();
    };
  }, [passkeys, mutate]);
}
