import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { KeyRound, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useEnter } from '../../../app/session.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { AuthenticatorSetUp } from '../../account/AuthenticatorSetUp.tsx';
import { PasskeySetUp } from '../../account/PasskeySetUp.tsx';
import styles from './steps.module.css';

/** A password alone is not enough here: a second factor is made before anything else can be done. */
export function SetUpStep({ account }: { readonly account: Account }) {
  const say = useMessages();
  const { api, passkeys } = useConsole();
  const enter = useEnter();
  const [chosen, setChosen] = useState<'app' | 'passkey' | null>(null);
  const goOn = useMutation({
    mutationFn: () => api.call(routes.currentSession),
    onSuccess: ({ account: now }) => enter(now),
  });
  const onDone = () => goOn.mutate();
  return (
    <div className={styles.step}>
      <h2 className={styles.question}>{say('sign-in.set-up.title')}</h2>
      <p className={styles.login}>{account.name}</p>
      {goOn.isError && <Notice tone="bad" title={say(problemMessage(goOn.error))} />}
      {chosen === null && (
        <>
          <p className={styles.hint}>{say('sign-in.set-up.why')}</p>
          <Button variant="primary" icon={Smartphone} isWide autoFocus onPress={() => setChosen('app')}>
            {say('sign-in.set-up.app')}
          </Button>
          <p className={styles.hint}>{say('sign-in.set-up.app.help')}</p>
          {passkeys.isSupported() && (
            <>
              <Button icon={KeyRound} isWide onPress={() => setChosen('passkey')}>
                {say('sign-in.set-up.passkey')}
              </Button>
              <p className={styles.hint}>{say('sign-in.set-up.passkey.help')}</p>
            </>
          )}
        </>
      )}
      {chosen === 'app' && <AuthenticatorSetUp onDone={onDone} />}
      {chosen === 'passkey' && <PasskeySetUp onDone={onDone} />}
      {chosen !== null && passkeys.isSupported() && (
        <Button variant="quiet" isWide onPress={() => setChosen(null)}>
          {say('sign-in.set-up.other')}
        </Button>
      )}
    </div>
  );
}
