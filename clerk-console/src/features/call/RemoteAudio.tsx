import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Volume2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from './call-context.ts';
import styles from './RemoteAudio.module.css';
import { useCall } from './use-call.ts';

/** The citizen's voice, apart from the picture so that it goes on while another screen is shown. */
export function RemoteAudio() {
  const say = useMessages();
  const { state } = useCall();
  const { chosen } = useStore(useCallContext().media.state);
  const element = useRef<HTMLAudioElement>(null);
  const [isBlocked, setIsBlocked] = useState(false);
  const stream = state.remote?.stream ?? null;

  const play = useCallback(async () => {
    try {
      await element.current?.play();
      setIsBlocked(false);
    } catch (error) {
      setIsBlocked(error instanceof DOMException && error.name === 'NotAllowedError');
    }
  }, []);

  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = stream;
    if (stream) void play();
    else setIsBlocked(false);
  }, [stream, play]);

  useEffect(() => {
    // A loudspeaker that is gone leaves the sound where it was.
    if (chosen.speaker) element.current?.setSinkId(chosen.speaker).catch(() => undefined);
  }, [chosen.speaker]);

  return (
    <>
      <audio ref={element} autoPlay>
        <track kind="captions" />
      </audio>
      {isBlocked && (
        <div className={styles.blocked}>
          <Button icon={Volume2} variant="primary" onPress={() => void play()}>
            {say('call.sound-on')}
          </Button>
        </div>
      )}
    </>
  );
}
