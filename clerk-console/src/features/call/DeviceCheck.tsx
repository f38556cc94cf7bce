import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LevelMeter } from '@remote-clerk/shared/ui/LevelMeter.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from './call-context.ts';
import styles from './DeviceCheck.module.css';
import { DeviceChoices } from './DeviceChoices.tsx';
import { OwnPicture } from './OwnPicture.tsx';

/** Sees and hears oneself before others do; the camera is open only while one looks. */
export function DeviceCheck() {
  const say = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = () => setIsOpen(!isOpen);
  useShortcut('S', say('devices.check'), toggle);
  return (
    <section className={styles.check} aria-label={say('devices.check')}>
      <Button icon={isOpen ? CameraOff : Camera} shortcut="S" onPress={toggle}>
        {say(isOpen ? 'devices.check.close' : 'devices.check')}
      </Button>
      {isOpen && <OpenCheck />}
    </section>
  );
}

function OpenCheck() {
  const say = useMessages();
  const { media } = useCallContext();
  const { microphone } = useStore(media.state);
  const level = useLevel(microphone);
  useEffect(() => media.hold(), [media]);
  return (
    <div className={styles.open}>
      <div className={styles.picture}>
        <OwnPicture />
      </div>
      <div className={styles.sound}>
        <LevelMeter label={say('devices.level')} level={level} />
        <DeviceChoices />
      </div>
    </div>
  );
}

function useLevel(microphone: MediaStreamTrack | null): number {
  const { calls } = useConsole();
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!microphone) return setLevel(0);
    return calls.watchLevel(microphone, setLevel);
  }, [calls, microphone]);
  return level;
}
