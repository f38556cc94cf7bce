import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { EndedNotice } from './EndedNotice.tsx';
import styles from './SignInScreen.module.css';
import { CodeStep } from './steps/CodeStep.tsx';
import { LoginStep } from './steps/LoginStep.tsx';
import { PasskeyStep } from './steps/PasskeyStep.tsx';
import { PasswordStep } from './steps/PasswordStep.tsx';
import { SetUpStep } from './steps/SetUpStep.tsx';
import { WaitStep } from './steps/WaitStep.tsx';
import { WaysStep } from './steps/WaysStep.tsx';
import { type StepProps, useSignIn } from './use-sign-in.ts';
import { useSignInRefusal } from './use-sign-in-refusal.ts';
import { returnPath } from './way-back.ts';

/** Signing in, one question at a time; also where a provider sends the browser back to. */
export function SignInScreen() {
  const say = useMessages();
  const answer = useProviderAnswer();
  const signIn = useSignIn(answer !== null);
  const refusal = useSignInRefusal(signIn.refused);
  usePageTitle(say('sign-in.title'));

  const isSent = useRef(false);
  const { mutate: complete } = signIn.provider;
  useEffect(() => {
    if (answer === null || isSent.current) return;
    isSent.current = true;
    complete(answer);
  }, [answer, complete]);

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
        <EndedNotice />
        <div className={styles.card}>
          {refusal.title && <Notice tone={refusal.tone} title={refusal.title} todo={refusal.todo} />}
          <CurrentStep signIn={signIn} mustWait={refusal.mustWait} />
        </div>
        <p className={styles.help}>{say('sign-in.help')}</p>
      </main>
    </div>
  );
}

function CurrentStep(props: StepProps) {
  const { step } = props.signIn;
  switch (step.kind) {
    case 'login':
      return <LoginStep {...props} />;
    case 'ways':
      return <WaysStep {...props} />;
    case 'password':
      return <PasswordStep {...props} />;
    case 'passkey':
      return <PasskeyStep {...props} />;
    case 'code':
      return <CodeStep {...props} />;
    case 'set-up':
      return <SetUpStep account={step.account} />;
    default:
      return <WaitStep step={step} />;
  }
}

/** What the provider sent the browser back with: taken out of the address at once, so that it is in no history. */
function useProviderAnswer(): string | null {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [answer] = useState(() => (pathname === returnPath && search ? search : null));
  useEffect(() => {
    if (answer !== null) void navigate(returnPath, { replace: true });
  }, [answer, navigate]);
  return answer;
}
