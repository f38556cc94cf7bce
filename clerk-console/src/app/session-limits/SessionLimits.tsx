import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useSignOut } from '../session.ts';
import type { Standing } from './standing.ts';
import { useStanding } from './use-standing.ts';

/** Tells of the end of the session before it comes, and lets whoever is still there stay. */
export function SessionLimits() {
  const { standing, stay } = useStanding();
  const [isLimitKnown, setIsLimitKnown] = useState(false);
  if (standing.kind !== 'ending') return null;
  if (standing.because === 'idle') return <Ending standing={standing} onStay={stay} />;
  return isLimitKnown ? null : <Ending standing={standing} onStay={() => setIsLimitKnown(true)} />;
}

interface EndingProps {
  readonly standing: Extract<Standing, { kind: 'ending' }>;
  readonly onStay: () => void;
}

function Ending({ standing: { because, at }, onStay }: EndingProps) {
  const say = useMessages();
  const format = useFormat();
  const signOut = useSignOut();
  const seconds = Math.max(0, Math.ceil((at - useNow()) / 1000));
  const isIdle = because === 'idle';
  return (
    <Dialog
      title={say(isIdle ? 'session.idle.title' : 'session.limit.title')}
      isOpen
      isAlert
      actions={
        <>
          <Button icon={LogOut} isPending={signOut.isPending} onPress={() => signOut.mutate()}>
            {say('account.sign-out')}
          </Button>
          <Button variant="primary" autoFocus onPress={onStay}>
            {say(isIdle ? 'session.stay' : 'session.go-on')}
          </Button>
        </>
      }
    >
      <p>{say(isIdle ? 'session.idle.why' : 'session.limit.why')}</p>
      <p role="timer">{say('session.left', { time: format.stopwatch(seconds) })}</p>
    </Dialog>
  );
}
