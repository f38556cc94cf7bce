import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Hand, LogOut, MessageSquareText, Mic, MicOff, MonitorOff, MonitorUp, Video, VideoOff } from 'lucide-react';
import type { GuestCall } from '../flow/guest-call.ts';
import { useGuest, useStore } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import styles from './Controls.module.css';

interface ControlsProps {
  readonly call: GuestCall;
  readonly state: CallState;
  readonly isChatOpen: boolean;
  readonly unread: number;
  readonly onChat: () => void;
}

/** Everything that can be done in the call. Leaving asks nothing: one can come in again. */
export function Controls({ call, state, isChatOpen, unread, onChat }: ControlsProps) {
  const say = useMessages();
  const guest = useGuest();
  const { microphone, camera } = useStore(guest.media.state);
  const { ownHand } = useStore(guest.talk.state);
  const { microphoneMuted, cameraMuted, screen } = state.local;
  return (
    <div className={styles.controls} role="toolbar" aria-label={say('call.controls')}>
      <Button
        variant={microphone && !microphoneMuted ? 'stage' : 'stage-off'}
        icon={microphone && !microphoneMuted ? Mic : MicOff}
        isDisabled={!microphone}
        onPress={() => void call.muteMicrophone(!microphoneMuted).catch(() => undefined)}
      >
        {say(microphone ? (microphoneMuted ? 'call.microphone.off' : 'call.microphone.on') : 'call.microphone.none')}
      </Button>
      <Button
        variant={camera && !cameraMuted ? 'stage' : 'stage-off'}
        icon={camera && !cameraMuted ? Video : VideoOff}
        isDisabled={!camera}
        onPress={() => void call.muteCamera(!cameraMuted).catch(() => undefined)}
      >
        {say(camera ? (cameraMuted ? 'call.camera.off' : 'call.camera.on') : 'call.camera.none')}
      </Button>
      {guest.media.port.canShareScreen && (
        <Button
          variant={screen ? 'stage-off' : 'stage'}
          icon={screen ? MonitorOff : MonitorUp}
          onPress={() => void guest.shareScreen(!screen).catch(() => undefined)}
        >
          {say(screen ? 'call.screen.stop' : 'call.screen.share')}
        </Button>
      )}
      <Button variant={ownHand ? 'stage-off' : 'stage'} icon={Hand} onPress={() => guest.talk.raise(!ownHand)}>
        {say(ownHand ? 'call.hand.lower' : 'call.hand.raise')}
      </Button>
      <Button
        variant={isChatOpen ? 'stage-off' : 'stage'}
        icon={MessageSquareText}
        aria-expanded={isChatOpen}
        onPress={onChat}
      >
        {unread > 0 ? say('call.chat.unread', { count: unread }) : say('call.chat')}
      </Button>
      <Button variant="stage-end" icon={LogOut} onPress={() => void guest.leave()}>
        {say('call.leave')}
      </Button>
    </div>
  );
}
