import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import type { SignIn } from '../use-sign-in.ts';
import styles from './steps.module.css';

/** As whom, and the way back to saying it anew. */
export function WhoRow({ signIn: { login, go } }: { readonly signIn: SignIn }) {
  const say = useMessages();
  return (
    <div className={styles.who}>
      <span className={styles.login}>{login}</span>
      <Button variant="quiet" onPress={() => go({ kind: 'login' })}>
        {say('sign-in.other-login')}
      </Button>
    </div>
  );
}
