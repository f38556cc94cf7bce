import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { useMessages } from '../../../messages/use-messages.ts';

interface LeaveGuardProps {
  readonly isTyped: boolean;
  /** @param leave does it now, or once the person has agreed to lose what was typed */
  readonly children: (leave: (go: () => void) => void) => ReactNode;
}

/** Nothing that was typed goes away by a wrong click. */
export function LeaveGuard({ isTyped, children }: LeaveGuardProps) {
  const say = useMessages();
  const [wish, setWish] = useState<(() => void) | null>(null);
  const blocker = useBlocker(isTyped);
  useEffect(() => {
    if (!isTyped) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isTyped]);
  const stay = () => {
    blocker.reset?.();
    setWish(null);
  };
  return (
    <>
      {children((go) => (isTyped ? setWish(() => go) : go()))}
      <Dialog
        title={say('schedules.editor.leave')}
        isOpen={wish !== null || blocker.state === 'blocked'}
        isAlert
        actions={
          <>
            <Button
              variant="danger"
              onPress={() => {
                wish?.();
                setWish(null);
                blocker.proceed?.();
              }}
            >
              {say('schedules.editor.leave.go')}
            </Button>
            <Button variant="primary" autoFocus onPress={stay}>
              {say('schedules.editor.leave.stay')}
            </Button>
          </>
        }
      >
        <p>{say('schedules.editor.leave.means')}</p>
      </Dialog>
    </>
  );
}
