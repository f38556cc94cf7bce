import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CallStatus.module.css';
import { coverOf } from './cover.ts';
import { Hold } from './Hold.tsx';
import { Mending } from './Mending.tsx';

interface CallStatusProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
}

/** What stands over the pictures: that somebody answered, that the connection is being mended, or that one is on hold. */
export function CallStatus({ consultation, call }: CallStatusProps) {
  switch (coverOf(consultation, call)) {
    case 'hold':
      return <Hold />;
    case 'party':
      return <Mending key="party" consultation={consultation} isParty sinceMs={null} />;
    case 'mending':
      return <Mending key="own" consultation={consultation} sinceMs={call?.recovery?.sinceMs ?? null} />;
    case 'answering':
      return <Answering />;
    case null:
      return null;
  }
}

function Answering() {
  const say = useMessages();
  return (
    <div role="status" className={styles.status}>
      <LoaderCircle aria-hidden="true" />
      <p className={styles.title}>{say('call.answered')}</p>
      <p>{say('call.connecting')}</p>
    </div>
  );
}
