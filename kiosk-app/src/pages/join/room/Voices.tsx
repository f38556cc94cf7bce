import type { RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Volume2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { RemoteSound } from './RemoteSound.tsx';

/** All voices, and a button while the browser wants a press before it plays them. */
export function Voices({ parties }: { readonly parties: readonly RemoteParty[] }) {
  const say = useMessages();
  const [attempt, setAttempt] = useState(0);
  const [blocked, setBlocked] = useState(-1);
  const onBlocked = useCallback(() => setBlocked(attempt), [attempt]);
  return (
    <>
      {parties.map(({ id, stream }) => (
        // Another attempt is another element, which plays after the press.
        <RemoteSound key={`${id} ${attempt}`} stream={stream} onBlocked={onBlocked} />
      ))}
      {blocked === attempt && (
        <Button variant="primary" icon={Volume2} onPress={() => setAttempt(attempt + 1)}>
          {say('call.sound-on')}
        </Button>
      )}
    </>
  );
}
