import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from '../Rights.module.css';

interface ReasonDialogProps {
  readonly title: string;
  readonly icon: LucideIcon;
  /** What its button says. */
  readonly action: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
  /** What happens then. */
  readonly children: ReactNode;
}

/** Takes something away, with the reason that its holder will read. */
export function ReasonDialog({ title, icon, action, isPending, onClose, onReason, children }: ReasonDialogProps) {
  const say = useMessages();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const send = () => {
    setIsTried(true);
    if (reason.trim()) onReason(reason.trim());
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      isAlert
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {say('rights.cancel')}
          </Button>
          <Button variant="danger" icon={icon} isPending={isPending} onPress={send}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.page}>
        {children}
        <TextArea
          autoFocus
          label={say('rights.reason')}
          description={say('rights.reason.help')}
          maxLength={1000}
          rows={3}
          value={reason}
          onChange={setReason}
          {...(isTried && !reason.trim() && { error: say('rights.reason.missing') })}
        />
      </div>
    </Dialog>
  );
}
