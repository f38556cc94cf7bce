import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Mic, MicOff, PhoneOff, Settings2, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallControls.module.css';
import type { Call } from './call-port.ts';

interface CallControlsProps {
  readonly call: Call | null;
  readonly state: CallState;
  readonly areDevicesOpen: boolean;
  readonly onDevices: () => void;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
  readonly children?: ReactNode;
}

export function CallControls({ call, state, areDevicesOpen, onDevices, isEnding, onEnd, children }: CallControlsProps) {
  const say = useMessages();
  const { microphoneMuted, cameraMuted } = state.local;
  const muteMicrophone = () => void call?.muteMicrophone(!microphoneMuted);
  const muteCamera = () => void call?.muteCamera(!cameraMuted);
  useShortcut('M', say('call.microphone'), muteMicrophone, call !== null);
  useShortcut('C', say('call.camera'), muteCamera, call !== null);
  useShortcut('S', say('call.devices'), onDevices);
  useShortcut('End', say('call.end'), onEnd, !isEnding);
  return (
    <div className={styles.controls} role="toolbar" aria-label={say('call.controls')}>
      <Button
        variant={microphoneMuted ? 'stage-off' : 'stage'}
        icon={microphoneMuted ? MicOff : Mic}
        isDisabled={!call}
        onPress={muteMicrophone}
      >
        {say(microphoneMuted ? 'call.microphone.off' : 'call.microphone.on')}
      </Button>
      <Button
        variant={cameraMuted ? 'stage-off' : 'stage'}
        icon={cameraMuted ? VideoOff : Video}
        isDisabled={!call}
        onPress={muteCamera}
      >
        {say(cameraMuted ? 'call.camera.off' : 'call.camera.on')}
      </Button>
      <Button
        variant={areDevicesOpen ? 'stage-off' : 'stage'}
        icon={Settings2}
        onPress={onDevices}
        aria-expanded={areDevicesOpen}
      >
        {say('call.devices')}
      </Button>
      {children}
      <Button
        variant="stage-end"
        icon={PhoneOff}
        isPending={isEnding}
        pendingLabel={say('call.ending')}
        onPress={onEnd}
      >
        {say('call.end')}
      </Button>
    </div>
  );
}
