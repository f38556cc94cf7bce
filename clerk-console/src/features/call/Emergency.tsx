import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallCommand } from './use-call-command.ts';

/** Calls the contact point's staff to the kiosk at once, after one question; then says since when they are called. */
export function Emergency({ current: { id, emergencyAt, state } }: { readonly current: DeskConsultation }) {
  const say = useMessages();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const call = useCallCommand((api) => api.call(routes.callEmergency, { params: { consultationId: id }, body: {} }));
  const isPossible = state === 'live' && emergencyAt === null;
  useShortcut('X', say('call.emergency'), () => setIsAsking(true), isPossible);
  if (emergencyAt !== null) {
    return (
      <div role="status">
        <StatusBadge tone="bad" icon={Siren}>
          {say('call.emergency.called', { time: format.time(emergencyAt) })}
        </StatusBadge>
      </div>
    );
  }
  return (
    <>
      <Button icon={Siren} isDisabled={!isPossible} aria-haspopup="dialog" onPress={() => setIsAsking(true)}>
        {say('call.emergency')}
      </Button>
      <Dialog
        title={say('call.emergency.title')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        isAlert
        actions={
          <>
            <Button variant="quiet" onPress={() => setIsAsking(false)}>
              {say('call.cancel')}
            </Button>
            <Button
              variant="danger"
              icon={Siren}
              autoFocus
              isPending={call.isPending}
              onPress={() => call.mutate(undefined, { onSuccess: () => setIsAsking(false) })}
            >
              {say('call.emergency.yes')}
            </Button>
          </>
        }
      >
        <p>{say('call.emergency.means')}</p>
        {call.isError && (
          <Notice tone="bad" title={say('call.emergency.failed')} todo={say(problemMessage(call.error))} />
        )}
      </Dialog>
    </>
  );
}
