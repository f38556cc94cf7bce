import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { FileText, FileX, Hand, MessageSquareText, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import styles from './CallControls.module.css';
import { EndCall } from './EndCall.tsx';

interface CallControlsProps {
  readonly call: CallState | null;
  /** Nobody sees or hears: nothing is to be switched. */
  readonly isHeld: boolean;
}

/** Microphone, camera, paper, writing, hand, end: each says what a touch will do. */
export function CallControls({ call, isHeld }: CallControlsProps) {
  const say = useMessages();
  const { talk } = useParts();
  const { panel, unread, handRaised } = useStore(talk);
  const isWriting = panel === 'chat';
  return (
    <fieldset
      className={panel === 'none' ? styles.controls : `${styles.controls} ${styles.inRow}`}
      aria-label={say('call.controls')}
    >
      {!isHeld && <OwnMedia call={call} />}
      <Button
        variant={isWriting || unread ? 'stage-off' : 'stage'}
        icon={MessageSquareText}
        onPress={() => talk.show(isWriting ? 'none' : 'chat')}
      >
        {say(isWriting ? 'chat.close' : unread ? 'chat.new' : 'chat.open')}
      </Button>
      <Button variant={handRaised ? 'stage-off' : 'stage'} icon={Hand} onPress={() => talk.raiseHand(!handRaised)}>
        {say(handRaised ? 'hand.lower' : 'hand.raise')}
      </Button>
      <EndCall />
    </fieldset>
  );
}

function OwnMedia({ call }: { readonly call: CallState | null }) {
  const say = useMessages();
  const { call: kioskCall, devices, talk } = useParts();
  const { camera, microphone } = useStore(devices);
  const { phase } = useStore(talk.document);
  const { microphoneMuted, cameraMuted } = call?.local ?? { microphoneMuted: false, cameraMuted: false };
  const showsDocument = phase === 'on' || phase === 'starting';
  return (
    <>
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
      <Button
        variant={showsDocument ? 'stage-off' : 'stage'}
        icon={showsDocument ? FileX : FileText}
        onPress={() => (showsDocument ? talk.document.stop() : void talk.document.start())}
      >
        {say(showsDocument ? 'document.stop' : 'document.show')}
      </Button>
    </>
  );
}
