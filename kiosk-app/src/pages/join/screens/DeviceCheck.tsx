import type { DeviceChoice } from '@remote-clerk/shared/call/devices.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LevelMeter } from '@remote-clerk/shared/ui/LevelMeter.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useGuest, useStore } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { OwnPicture } from '../parts/OwnPicture.tsx';
import styles from './DeviceCheck.module.css';

/** Sees and hears oneself before others do. Whoever has neither camera nor microphone is told that it does not matter. */
export function DeviceCheck() {
  const say = useMessages();
  const { media } = useGuest();
  const { camera, microphone, failures, devices, isOpening } = useStore(media.state);
  const level = useLevel(microphone);
  const name = ({ deviceId, label }: DeviceChoice, index: number) => ({
    id: deviceId || String(index),
    label: label || say('devices.unnamed', { number: index + 1 }),
  });
  const isWithout = !isOpening && (!camera || !microphone);
  return (
    <section className={styles.check} aria-label={say('devices.title')}>
      <div className={styles.picture}>
        <OwnPicture camera={camera} />
      </div>
      {isOpening && <p className={styles.words}>{say('devices.opening')}</p>}
      {failures.camera && <StatusBadge tone="warn">{say(`devices.camera.${failures.camera}`)}</StatusBadge>}
      {failures.microphone && <StatusBadge tone="warn">{say(`devices.microphone.${failures.microphone}`)}</StatusBadge>}
      {isWithout && (
        <>
          <p className={styles.words}>
            {say(camera ? 'devices.no-microphone' : microphone ? 'devices.no-camera' : 'devices.none')}
          </p>
          <Button icon={RotateCcw} onPress={() => void media.open()}>
            {say('devices.again')}
          </Button>
        </>
      )}
      {microphone && <LevelMeter label={say('devices.level')} level={level} />}
      {camera && devices.cameras.length > 1 && (
        <Select
          label={say('devices.camera')}
          items={devices.cameras.map(name)}
          value={camera.getSettings().deviceId ?? null}
          onChange={(id) => void media.choose('camera', id)}
        />
      )}
      {microphone && devices.microphones.length > 1 && (
        <Select
          label={say('devices.microphone')}
          items={devices.microphones.map(name)}
          value={microphone.getSettings().deviceId ?? null}
          onChange={(id) => void media.choose('microphone', id)}
        />
      )}
    </section>
  );
}

function useLevel(microphone: MediaStreamTrack | null): number {
  const { port } = useGuest().media;
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!microphone) return setLevel(0);
    return port.watchLevel(microphone, setLevel);
  }, [port, microphone]);
  return level;
}
