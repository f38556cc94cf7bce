import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { QrCode } from '@remote-clerk/shared/ui/QrCode.tsx';
import { useEffect, useRef } from 'react';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CodeForm } from '../sign-in/CodeForm.tsx';
import styles from './account.module.css';
import { SignInAgain } from './SignInAgain.tsx';
import { useOneTimeCodes } from './use-security.ts';

/** Brings a new secret into an authenticator app, by camera or by hand, and proves it with the first code. */
export function AuthenticatorSetUp({ onDone }: { readonly onDone: () => void }) {
  const say = useMessages();
  const { begin, confirm } = useOneTimeCodes(onDone);
  const isBegun = useRef(false);
  const { mutate: ask } = begin;
  useEffect(() => {
    // Once: a second secret would make the one that is shown worthless.
    if (isBegun.current) return;
    isBegun.current = true;
    ask();
  }, [ask]);

  if (isProblem(begin.error ?? confirm.error, 'sign-in-again')) return <SignInAgain />;
  if (begin.isError) return <Notice tone="bad" title={say(problemMessage(begin.error))} />;
  if (!begin.data) return <div className={styles.setUp} aria-busy="true" />;
  const { secret, uri } = begin.data;
  const isWrong = isProblem(confirm.error, 'wrong-credentials');
  return (
    <ol className={styles.setUp}>
      <li>
        <p>{say('authenticator.scan')}</p>
        <div className={styles.scan}>
          <QrCode text={uri} label={say('authenticator.qr')} />
          <p className={styles.byHand}>
            <span className={styles.soft}>{say('authenticator.by-hand')}</span>
            {/* In fours, as it is typed and compared. */}
            <code className={styles.secret}>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </div>
      </li>
      <li>
        <p>{say('authenticator.first-code')}</p>
        {confirm.isError && (
          <Notice
            tone="bad"
            title={say(isWrong ? 'sign-in.wrong-code' : problemMessage(confirm.error))}
            todo={isWrong ? say('sign-in.wrong-code.todo') : undefined}
          />
        )}
        <CodeForm
          submit={say('authenticator.confirm')}
          isPending={confirm.isPending}
          onCode={(code, onRefused) => confirm.mutate(code, { onError: onRefused })}
        />
      </li>
    </ol>
  );
}
