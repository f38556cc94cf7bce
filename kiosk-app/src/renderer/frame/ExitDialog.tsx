import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { KeyPad } from '../keyboard/KeyPad.tsx';
import { digitKeys } from '../keyboard/layouts.ts';
import { useParts } from '../kiosk/kiosk-context.tsx';
import styles from './ExitDialog.module.css';

interface ExitDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** For staff: the PIN that closes the kiosk. */
export function ExitDialog({ isOpen, onClose }: ExitDialogProps) {
  const say = useMessages();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={say('exit.title')}>
      <ExitForm />
    </Dialog>
  );
}

function ExitForm() {
  const say = useMessages();
  const { bridge } = useParts();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{4,12}$/.test(pin)) return setError(say('enrol.pinWrong'));
    if ((await bridge.info()).runtime === 'browser') return setError(say('exit.impossible'));
    const reply = await bridge.exit({ pin });
    if (reply.ok) return;
    setPin('');
    const { attemptsLeft, lockedForSeconds } = reply;
    setError(
      attemptsLeft > 0 ? say('exit.wrong', { n: attemptsLeft }) : say('exit.locked', { seconds: lockedForSeconds }),
    );
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        autoFocus
        type="password"
        inputMode="numeric"
        label={say('exit.pin')}
        description={say('exit.words')}
        error={error}
        value={pin}
        onChange={setPin}
        autoComplete="off"
      />
      <KeyPad
        rows={digitKeys}
        onKey={(key) => setPin((text) => text + key)}
        onDelete={() => setPin((text) => text.slice(0, -1))}
      />
      <Button variant="primary" type="submit" isWide>
        {say('exit.submit')}
      </Button>
    </form>
  );
}
