import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { Link, Users } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { DutyRoster } from './DutyRoster.tsx';
import { InviteByLink } from './InviteByLink.tsx';

interface InviteDialogProps {
  readonly consultation: DeskConsultation;
  readonly onClose: () => void;
}

/** Somebody on duty, at whose desk it rings; or anybody, with a link. */
export function InviteDialog({ consultation, onClose }: InviteDialogProps) {
  const say = useMessages();
  const [way, setWay] = useState<'roster' | 'link'>('roster');
  return (
    <Dialog title={say('call.invite.title')} isOpen onClose={onClose}>
      <Tabs
        label={say('call.invite.title')}
        value={way}
        onChange={setWay}
        items={[
          {
            id: 'roster',
            label: say('call.invite.roster'),
            icon: Users,
            content: <DutyRoster consultation={consultation} />,
          },
          {
            id: 'link',
            label: say('call.invite.link'),
            icon: Link,
            content: <InviteByLink consultation={consultation} />,
          },
        ]}
      />
    </Dialog>
  );
}
