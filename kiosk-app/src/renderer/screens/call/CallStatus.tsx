import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CallStatus.module.css';
import { Hold } from './Hold.tsx';
import { Mending } from './Mending.tsx';

interface CallStatusProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
}

/** What stands over the pictures: that somebody answered, that the connection is being mended, or that one is on hold. */
export function CallStatus({ consultation, call }: CallStatusProps) {
  const say = useMessages();
  if (consultation.held) return <Hold />;
  const wasLive = consultation.liveAt !== null;
  if (call?.phase === 'in-call') {
    const isThere = call.remote?.connected ?? !wasLive;
    return isThere ? null : <Mending key="party" consultation={consultation} isParty sinceMs={null} />;
  }
  if (wasLive) return <Mending key="own" consultation={consultation} sinceMs={call?.recovery?.sinceMs ?? null} />;
  return (
    <div role="status" className={styles.status}>
      <LoaderCircle aria-hidden="true" />
      <p className={styles.title}>{say('call.answered')}</p>
      <p>{say('call.connecting')}</p>
    </div>
  );
}
