import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { KeyRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useAccount } from '../../app/account.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { askPath } from '../../app/places.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { SetUpStep } from '../sign-in/steps/SetUpStep.tsx';
import { useSecurity } from './use-security.ts';
import styles from './WelcomeScreen.module.css';

/** For whoever is signed in and may do nothing yet: that it is so, and how it changes. */
export function WelcomeScreen() {
  const account = useAccount();
  const { data: security, isPending } = useSecurity();
  const say = useMessages();
  const isHalfway =
    security?.hasPassword && security.secondFactorRequired && !security.oneTimeCodes && security.passkeys.length === 0;
  // Until it is known which of the two it is, neither is said.
  if (isPending) return <main aria-busy="true" />;
  if (!isHalfway) return <NoRights account={account} />;
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">{say('sign-in.title')}</h1>
      <div className={styles.halfway}>
        <SetUpStep account={account} />
      </div>
    </main>
  );
}

function NoRights({ account: { name, organisation } }: { readonly account: Account }) {
  const say = useMessages();
  const navigate = useNavigate();
  usePageTitle(say('welcome.title'));
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">{say('welcome.title')}</h1>
      <EmptyState
        icon={KeyRound}
        title={say('welcome.title')}
        action={
          <Button variant="primary" icon={KeyRound} onPress={() => void navigate(askPath)}>
            {say('welcome.ask')}
          </Button>
        }
      >
        <p>{say('welcome.why', { name, organisation: organisation.name })}</p>
        <p>{say('welcome.how')}</p>
      </EmptyState>
    </main>
  );
}
