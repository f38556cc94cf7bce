import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { LogIn } from 'lucide-react';
import { useSignOut } from '../../app/session.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** Whoever signed in a while ago does so once more before they change how: nobody has done anything wrong. */
export function SignInAgain() {
  const say = useMessages();
  const signOut = useSignOut();
  return (
    <Notice
      tone="info"
      title={say('account.sign-in-again')}
      actions={
        <Button icon={LogIn} isPending={signOut.isPending} onPress={() => signOut.mutate()}>
          {say('account.sign-in-again.go')}
        </Button>
      }
    >
      <p>{say('account.sign-in-again.why')}</p>
    </Notice>
  );
}
