import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import { About } from './About.tsx';
import styles from './Call.module.css';
import { CallControls } from './CallControls.tsx';
import { CallStatus } from './CallStatus.tsx';
import { Captions } from './Captions.tsx';
import { ChatPanel } from './ChatPanel.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { coverOf } from './cover.ts';
import { DocumentPanel } from './DocumentPanel.tsx';

interface CallProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
}

/** The talk: over the pictures what has to be said about them, beside them who it is, the writing or the paper, and the buttons. */
export function Call({ consultation, call }: CallProps) {
  const say = useMessages();
  const { devices, talk } = useParts();
  const { picture } = useStore(devices);
  const { panel } = useStore(talk);
  const cover = coverOf(consultation, call);
  return (
    <main data-screen="call" data-call-phase={call?.phase ?? 'entering'} className={styles.call}>
      <div className={styles.over}>
        <CallStatus consultation={consultation} call={call} />
        <Captions />
        {(cover === null || cover === 'answering') && (
          <div className={styles.self}>
            <VideoTile
              stream={picture}
              name={say('call.self')}
              isMirrored
              isMuted
              isCameraOff={call?.local.cameraMuted}
              placeholder={picture ? undefined : say('call.noCamera')}
            />
          </div>
        )}
      </div>
      <div className={styles.beside}>
        <About consultation={consultation} call={call} isShort={panel !== 'none'} />
        {panel === 'chat' && <ChatPanel />}
        {panel === 'document' && <DocumentPanel />}
        <CallControls call={call} isHeld={cover === 'hold'} />
      </div>
      <ConsentDialog />
    </main>
  );
}
