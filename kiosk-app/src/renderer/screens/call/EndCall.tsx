import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts } from '../../kiosk/kiosk-context.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

/** Ends the call, once it is sure that the touch was meant. @param isInWords it stands among other ways, not in the row of the call's buttons */
export function EndCall({ isInWords }: { readonly isInWords?: boolean }) {
  const say = useMessages();
  const { kiosk } = useParts();
  const [isEnding, setIsEnding] = useState(false);
  return (
    <>
      <Button variant={isInWords ? 'danger' : 'stage-end'} icon={PhoneOff} onPress={() => setIsEnding(true)}>
        {say('call.end')}
      </Button>
      <ConfirmDialog
        isOpen={isEnding}
        title={say('end.question')}
        words={say('end.words')}
        stay={say('end.stay')}
        go={say('end.go')}
        onStay={() => setIsEnding(false)}
        onGo={() => void kiosk.end()}
      />
    </>
  );
}
