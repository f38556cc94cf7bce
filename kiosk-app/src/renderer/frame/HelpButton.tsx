import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { CircleCheck, CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { BarButton } from './BarButton.tsx';

/** Calls the clerk in the room, and says that they were called until they have answered. */
export function HelpButton() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { view } = useFlow();
  const [failed, setFailed] = useState(false);
  const called = view?.helpRequestedAt != null;
  const words = called ? say('bar.helpCalled') : failed ? say('bar.helpFailed') : say('bar.help');
  const call = async () => setFailed(!(await kiosk.requestHelp()));
  return (
    <div>
      <BarButton isHelp icon={called ? CircleCheck : CircleQuestionMark} onPress={() => void call()}>
        {words}
      </BarButton>
      <LiveRegion message={called || failed ? words : ''} />
    </div>
  );
}
