import type { CallState, DeviceState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { QualityBadge } from '@remote-clerk/shared/ui/QualityBadge.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import {
  Cable,
  CameraOff,
  CloudOff,
  Hand,
  type LucideIcon,
  MicOff,
  User,
  UserPlus,
  Users,
  VideoOff,
} from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useFlow, useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import styles from './CallNotes.module.css';

interface CallNotesProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
  /** Only what needs somebody's attention. */
  readonly isShort: boolean;
}

/** How it stands with the call and with the kiosk's own devices, one sentence each. */
export function CallNotes({ consultation, call, isShort }: CallNotesProps) {
  const say = useMessages();
  const { talk } = useParts();
  const { server } = useFlow();
  const { handRaised } = useStore(talk);
  const inCall = call?.phase === 'in-call' ? call : null;
  const staffInRoom = consultation.staffPresence === 'in-room';
  const isAlone = !staffInRoom && (call?.parties.length ?? 0) < 2;
  const note = (tone: Tone, icon: LucideIcon, words: string) => (
    <StatusBadge key={words} tone={tone} icon={icon}>
      {words}
    </StatusBadge>
  );
  return (
    <div className={styles.notes} role="status">
      {call && <DeviceNotes {...call.local} />}
      {handRaised && note('info', Hand, say('hand.raised'))}
      {server === 'away' && inCall && note('warn', CloudOff, say('call.serverAway'))}
      {inCall?.remote?.microphoneMuted && note('warn', MicOff, say('call.specialistMuted'))}
      {inCall?.remote?.cameraMuted && note('warn', VideoOff, say('call.specialistHidden'))}
      {consultation.people
        .filter(({ state }) => state === 'invited')
        .map(({ name }) => note('info', UserPlus, say('call.invited', { name })))}
      {!isShort && staffInRoom && note('neutral', Users, say('call.staffInRoom'))}
      {!isShort && isAlone && note('neutral', User, say('call.alone'))}
      {!isShort && inCall?.path === 'direct' && note('neutral', Cable, say('call.direct'))}
      {inCall?.quality && (!isShort || inCall.quality === 'poor' || inCall.quality === 'lost') && (
        <QualityBadge quality={inCall.quality} />
      )}
    </div>
  );
}

const inTrouble = (state: DeviceState): state is 'lost' | 'silent' => state === 'lost' || state === 'silent';

function DeviceNotes({ camera, microphone }: CallState['local']) {
  const say = useMessages();
  return (
    <>
      {inTrouble(microphone) && (
        <StatusBadge tone="bad" icon={MicOff}>
          {say(microphone === 'lost' ? 'call.microphoneLost' : 'call.microphoneSilent')}
        </StatusBadge>
      )}
      {inTrouble(camera) && (
        <StatusBadge tone="warn" icon={CameraOff}>
          {say(camera === 'lost' ? 'call.cameraLost' : 'call.cameraSilent')}
        </StatusBadge>
      )}
    </>
  );
}
