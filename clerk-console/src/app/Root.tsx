import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { KeyboardShortcuts } from '@remote-clerk/shared/ui/KeyboardShortcuts.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Navigate, useLocation } from 'react-router';
import { SignInScreen } from '../features/sign-in/SignInScreen.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { homeOf, mayVisit } from './places.ts';
import styles from './Root.module.css';
import { SignedIn } from './SignedIn.tsx';
import { useSession } from './session.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

/** Nobody signed in: the sign-in, at whatever address. Somebody: their own place, or where they may go. */
export function Root() {
  const say = useMessages();
  const session = useSession();
  const { pathname } = useLocation();
  useUnsavedGuard();
  if (session.isError && session.data === undefined) {
    return (
      <main className={styles.away}>
        <Notice
          tone="bad"
          title={say('away.title')}
          todo={say('away.todo')}
          actions={<Button onPress={() => void session.refetch()}>{say('away.again')}</Button>}
        />
      </main>
    );
  }
  if (session.data === undefined) return <main aria-busy="true" />;
  if (session.data === null) return <SignInScreen />;
  if (!mayVisit(session.data, pathname)) return <Navigate to={homeOf(session.data)} replace />;
  return (
    <KeyboardShortcuts key={session.data.id}>
      <SignedIn account={session.data} />
    </KeyboardShortcuts>
  );
}
