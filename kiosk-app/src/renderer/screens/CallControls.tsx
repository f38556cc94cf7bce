import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Mic, MicOff, PhoneOff, Video, VideoOff } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useParts, useStore } from '../kiosk/kiosk-context.tsx';
import styles from './CallControls.module.css';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** Microphone, camera, end: each says what a touch will do. */
export function CallControls({ call }: { readonly call: CallState | null }) {
  const say = useMessages();
  const { kiosk, call: kioskCall, devices } = useParts();
  const { camera, microphone } = useStore(devices);
  const [isEnding, setIsEnding] = useState(false);
  const { microphoneMuted, cameraMuted } = call?.local ?? { microphoneMuted: false, cameraMuted: false };
  return (
    <fieldset className={styles.controls} aria-label={say('call.controls')}>
      <Button
        variant={microphoneMuted || !microphone ? 'stage-off' : 'stage'}
        icon={microphoneMuted || !microphone ? MicOff : Mic}
        isDisabled={!microphone}
        onPress={() => kioskCall.muteMicrophone(!microphoneMuted)}
      >
        {say(!microphone ? 'call.noMicrophone' : microphoneMuted ? 'call.unmuteMicrophone' : 'call.muteMicrophone')}
      </Button>
      <Button
        variant={cameraMuted || !camera ? 'stage-off' : 'stage'}
        icon={cameraMuted || !camera ? VideoOff : Video}
        isDisabled={!camera}
        onPress={() => kioskCall.muteCamera(!cameraMuted)}
      >
        {say(!camera ? 'call.noCamera' : cameraMuted ? 'call.showCamera' : 'call.hideCamera')}
      </Button>
      <Button variant="stage-end" icon={PhoneOff} onPress={() => setIsEnding(true)}>
        {say('call.end')}
      </Button>
      <ConfirmDialog
        isOpen={isEnding}
        title={say('end.question')}
        words={say('end.words')}
        stay={say('end.stay')}
        go={say('end.go')}
        onStay={() => setIsEnding(false)}
        onGo={() => void kiosk.end()}
      />
    </fieldset>
  );
}
