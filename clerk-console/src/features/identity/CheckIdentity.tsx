import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { IdCard } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './IdentityBlock.module.css';
import { RecordIdentity } from './RecordIdentity.tsx';
import { useRecordAtKiosk } from './use-record.ts';

/** That the citizen at a kiosk has to show who they are, and where the clerk writes down having seen it. */
export function CheckIdentity({ kioskId }: { readonly kioskId: KioskId }) {
  const say = useMessages();
  const [isRecording, setIsRecording] = useState(false);
  const record = useRecordAtKiosk(kioskId, () => setIsRecording(false));
  return (
    <div className={styles.code}>
      <StatusBadge tone="warn">{say('identity.unknown.needed')}</StatusBadge>
      <Button variant="quiet" icon={IdCard} onPress={() => setIsRecording(true)}>
        {say('identity.record')}
      </Button>
      {isRecording && <RecordIdentity record={record} onClose={() => setIsRecording(false)} />}
    </div>
  );
}
