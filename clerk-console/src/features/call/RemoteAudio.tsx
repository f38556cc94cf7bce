import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Volume2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from './call-context.ts';
import styles from './RemoteAudio.module.css';
import { useCall } from './use-call.ts';

/** Everybody's voices, apart from the pictures so that they go on while another screen is shown. */
export function RemoteAudio() {
  const say = useMessages();
  const { state } = useCall();
  const audible = state.phase === 'closed' ? [] : state.parties;
  const [blocked, setBlocked] = useState<readonly (() => void)[]>([]);
  const onBlocked = useCallback((play: () => void) => {
    setBlocked((before) => [...before, play]);
    return () => setBlocked((before) => before.filter((each) => each !== play));
  }, []);
  return (
    <>
      {audible.map(({ id, stream }) => (
        <Voice key={id} stream={stream} onBlocked={onBlocked} />
      ))}
      {blocked.length > 0 && (
        <div className={styles.blocked}>
          <Button
            icon={Volume2}
            variant="primary"
            onPress={() => {
              for (const play of blocked) play();
            }}
          >
            {say('call.sound-on')}
          </Button>
        </div>
      )}
    </>
  );
}

interface VoiceProps {
  readonly stream: MediaStream;
  /** The browser wants a press before it plays; gives what is to be done then. @returns how to take it back */
  readonly onBlocked: (play: () => void) => () => void;
}

function Voice({ stream, onBlocked }: VoiceProps) {
  const { chosen } = useStore(useCallContext().media.state);
  const element = useRef<HTMLAudioElement>(null);

  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    audio.srcObject = stream;
    let takeBack = () => {};
    const play = async () => {
      takeBack();
      try {
        await audio.play();
      } catch (error) {
        const isBlocked = error instanceof DOMException && error.name === 'NotAllowedError';
        if (isBlocked && audio.srcObject === stream) takeBack = onBlocked(() => void play());
      }
    };
    void play();
    return () => {
      audio.srcObject = null;
      takeBack();
    };
  }, [stream, onBlocked]);

  useEffect(() => {
    // A loudspeaker that is gone leaves the sound where it was.
    if (chosen.speaker) element.current?.setSinkId(chosen.speaker).catch(() => undefined);
  }, [chosen.speaker]);

  return (
    <audio ref={element} autoPlay>
      <track kind="captions" />
    </audio>
  );
}
