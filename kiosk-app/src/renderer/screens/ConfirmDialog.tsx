import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly words: string;
  readonly stay: string;
  readonly go: string;
  readonly onStay: () => void;
  readonly onGo: () => void;
}

/** For the two steps that can't be taken back and that a stray touch could make. */
export function ConfirmDialog({ isOpen, title, words, stay, go, onStay, onGo }: ConfirmDialogProps) {
  return (
    <Dialog
      isAlert
      isOpen={isOpen}
      title={title}
      actions={
        <>
          <Button
            variant="danger"
            onPress={() => {
              onStay();
              onGo();
            }}
          >
            {go}
          </Button>
          <Button variant="primary" autoFocus onPress={onStay}>
            {stay}
          </Button>
        </>
      }
    >
      <p>{words}</p>
    </Dialog>
  );
}
