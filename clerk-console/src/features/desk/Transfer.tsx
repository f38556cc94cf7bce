import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Forward } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Transfer.module.css';
import { TransferDialog } from './TransferDialog.tsx';

/** Passes the citizen of the call on, once; afterwards it says with which number they go on. */
export function Transfer({ consultationId }: { readonly consultationId: ConsultationId }) {
  const say = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const [number, setNumber] = useState<string | null>(null);
  useShortcut('P', say('calendar.transfer'), () => setIsOpen(true), number === null);
  return (
    <>
      {number === null ? (
        <Button variant="stage" icon={Forward} onPress={() => setIsOpen(true)} aria-haspopup="dialog">
          {say('calendar.transfer')}
        </Button>
      ) : (
        <p role="status" className={styles.done}>
          {say('calendar.transfer.done', { number })}
        </p>
      )}
      {isOpen && (
        <TransferDialog
          consultationId={consultationId}
          onClose={() => setIsOpen(false)}
          onTransferred={(ticketNumber) => {
            setNumber(ticketNumber);
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
