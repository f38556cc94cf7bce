import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallStatus.module.css';

/** What stands in the middle while there is no picture: that somebody answered, or that the connection is being mended. */
export function CallStatus(props: { readonly consultation: KioskConsultation; readonly call: CallState | null }) {
  const say = useMessages();
  const { consultation, call } = props;
  if (call?.phase === 'in-call') {
    if (call.remote?.connected !== false) return <div className={styles.none} />;
    return <Status title={say('call.reconnecting')} words={say('call.partyAway')} />;
  }
  const wasLive = consultation.liveAt !== null;
  if (!consultation.room) return <Status title={say('waiting.noMedia')} words={say('call.noMediaDoing')} />;
  return wasLive ? (
    <Status title={say('call.reconnecting')} words={say('call.reconnectingDoing')} />
  ) : (
    <Status title={say('call.answered')} words={say('call.connecting')} />
  );
}

function Status({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div role="status" className={styles.status}>
      <LoaderCircle aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      <p>{words}</p>
    </div>
  );
}
