import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { useSignIn } from '../../app/session.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './SignInScreen.module.css';
import { useSignInRefusal } from './use-sign-in-refusal.ts';

export function SignInScreen() {
  const say = useMessages();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const refusal = useSignInRefusal(signIn.error);
  usePageTitle(say('sign-in.title'));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (refusal.mustWait || username.trim() === '' || password === '') return;
    signIn.mutate(
      { username, password },
      {
        onError: () => {
          setPassword('');
          setIsTried(false);
        },
      },
    );
  };

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.head}>
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="48" height="48" />
          <div>
            <h1 className={styles.title}>{say('app.name')}</h1>
            <p className={styles.subtitle}>{say('sign-in.for-whom')}</p>
          </div>
        </div>
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label={say('sign-in.username')}
            name="username"
            autoComplete="username"
            autoFocus
            error={isTried && username.trim() === '' ? say('sign-in.username.missing') : undefined}
            value={username}
            onChange={setUsername}
          />
          <TextField
            label={say('sign-in.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            error={isTried && password === '' && !signIn.isPending ? say('sign-in.password.missing') : undefined}
            value={password}
            onChange={setPassword}
          />
          {refusal.title && <Notice tone={refusal.tone} title={refusal.title} todo={refusal.todo} />}
          <Button type="submit" variant="primary" isWide isPending={signIn.isPending} isDisabled={refusal.mustWait}>
            {say('sign-in.submit')}
          </Button>
        </form>
        <p className={styles.help}>{say('sign-in.help')}</p>
      </main>
    </div>
  );
}
