import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** With it the dialog has a cross and closes by Escape or a touch outside; without it only its actions close it. */
  readonly onClose?: () => void;
  /** Interrupts with something that needs an answer. */
  readonly isAlert?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, isAlert, actions, children }: DialogProps) {
  const say = useCommonMessages();
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
      isDismissable={onClose !== undefined}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {onClose && <IconButton icon={X} label={say('dialog.close')} onPress={onClose} />}
          </header>
          {children}
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
