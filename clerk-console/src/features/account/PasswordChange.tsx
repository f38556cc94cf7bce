import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import { useAccount } from '../../app/account.ts';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './account.module.css';
import { useChangePassword } from './use-security.ts';

const isLongEnough = (next: string) => routes.changePassword.body.shape.next.safeParse(next).success;

export function PasswordChange() {
  const say = useMessages();
  const { username } = useAccount();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isTried, setIsTried] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (current === '' || !isLongEnough(next)) return;
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          setIsTried(false);
        },
      },
    );
  };
  const isWrong = isProblem(change.error, 'wrong-credentials');
  const isWeak = isProblem(change.error, 'weak-password');
  const nextError = isTried && !isLongEnough(next) ? say('password.short') : isWeak ? say('password.weak') : undefined;
  return (
    <Card title={say('password.title')}>
      <form className={styles.form} onSubmit={submit}>
        {change.isSuccess && (
          <Notice tone="good" title={say('password.changed')} todo={say('password.changed.means')} />
        )}
        {change.isError && !isWrong && !isWeak && <Notice tone="bad" title={say(problemMessage(change.error))} />}
        {/* By it the browser’s memory of passwords knows whose this is. */}
        <input
          className="visually-hidden"
          name="username"
          autoComplete="username"
          value={username}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label={say('password.current')}
          type="password"
          autoComplete="current-password"
          error={
            isWrong ? say('password.wrong') : isTried && current === '' ? say('sign-in.password.missing') : undefined
          }
          value={current}
          onChange={(value) => {
            setCurrent(value);
            if (isWrong) change.reset();
          }}
        />
        <TextField
          label={say('password.next')}
          description={say('password.next.help')}
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          spellCheck="false"
          error={nextError}
          value={next}
          onChange={(value) => {
            setNext(value);
            if (isWeak) change.reset();
          }}
        />
        <Switch isSelected={isShown} onChange={setIsShown}>
          {say('password.show')}
        </Switch>
        <Button type="submit" isPending={change.isPending}>
          {say('password.change')}
        </Button>
      </form>
    </Card>
  );
}
