import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useAccount } from '../../app/account.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Authenticator } from './Authenticator.tsx';
import styles from './account.module.css';
import { OwnSessions } from './OwnSessions.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { useSecurity } from './use-security.ts';

/** One’s own account: how one signs in, and where one is signed in. */
export function AccountScreen() {
  const say = useMessages();
  const account = useAccount();
  const security = useSecurity();
  usePageTitle(say('account.title'));
  return (
    <main className={styles.screen} aria-busy={security.isPending}>
      <header>
        <h1 className={styles.title}>{say('account.title')}</h1>
        <p>{[account.name, account.jobTitle ?? say(`post.${account.post}`), account.organisation.name].join(' · ')}</p>
        <p className={styles.soft}>{say('account.username', { username: account.username })}</p>
      </header>
      {security.isError && !security.data && (
        <Notice
          tone="bad"
          title={say('account.not-read')}
          todo={say(problemMessage(security.error))}
          actions={<Button onPress={() => void security.refetch()}>{say('away.again')}</Button>}
        />
      )}
      {security.data && (
        <section className={styles.section} aria-labelledby="own-ways">
          <h2 id="own-ways" className={styles.heading}>
            {say('account.ways')}
          </h2>
          {security.data.hasPassword ? (
            <div className={styles.ways}>
              <PasswordChange />
              <Authenticator security={security.data} />
              <Passkeys security={security.data} />
            </div>
          ) : (
            <Notice tone="info" title={say('account.elsewhere')} />
          )}
        </section>
      )}
      <OwnSessions />
    </main>
  );
}
