import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import type { SignIn } from '../use-sign-in.ts';

/** Back to the choice, where there is one. */
export function OtherWay({ signIn: { ways, go } }: { readonly signIn: SignIn }) {
  const say = useMessages();
  if (ways.length < 2) return null;
  return (
    <Button variant="quiet" isWide onPress={() => go({ kind: 'ways' })}>
      {say('sign-in.other-way')}
    </Button>
  );
}
