import type { Invitation } from '@remote-clerk/shared/contracts/people.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './InviteByLink.module.css';

interface JoinLinkProps {
  readonly code: string;
  readonly invitation: Invitation;
  readonly onAnother: () => void;
}

/** The code is behind the `#`, so that no server on the way writes it down. */
export const joinAddress = (code: string) => `${location.origin}/join/#${code}`;

/** The link, once: it cannot be read again. */
export function JoinLink({ code, invitation, onAnother }: JoinLinkProps) {
  const say = useMessages();
  const format = useFormat();
  const [isCopied, setIsCopied] = useState(false);
  const address = joinAddress(code);
  // Where the clipboard is not allowed the field can be copied from by hand.
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setIsCopied(true),
      () => undefined,
    );
  return (
    <div className={styles.form}>
      <TextField
        label={say('call.link.for', { name: invitation.name })}
        description={say('call.link.until', { until: format.shortDateTime(invitation.expiresAt) })}
        value={address}
        isReadOnly
        autoFocus
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <LiveRegion message={isCopied ? say('call.link.copied') : ''} />
      <div className={styles.submit}>
        <Button variant="quiet" onPress={onAnother}>
          {say('call.link.another')}
        </Button>
        <Button icon={isCopied ? Check : Copy} variant="primary" onPress={() => void copy()}>
          {say(isCopied ? 'call.link.copied' : 'call.link.copy')}
        </Button>
      </div>
    </div>
  );
}
