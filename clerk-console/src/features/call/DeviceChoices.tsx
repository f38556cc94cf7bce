import type { DeviceChoice } from '@remote-clerk/shared/call/devices.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from './call-context.ts';
import styles from './DeviceChoices.module.css';

/** Which camera, microphone and loudspeaker. */
export function DeviceChoices() {
  const say = useMessages();
  const { media } = useCallContext();
  const { camera, microphone, devices, chosen } = useStore(media.state);
  const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype && devices.speakers.length > 0;
  const name = ({ deviceId, label }: DeviceChoice, index: number) => ({
    id: deviceId || String(index),
    label: label || say('devices.unnamed', { number: index + 1 }),
  });
  const first = ([device]: readonly DeviceChoice[]) => device?.deviceId ?? null;
  return (
    <div className={styles.choices}>
      <DeviceFailures />
      {devices.cameras.length > 0 && (
        <Select
          label={say('devices.camera')}
          items={devices.cameras.map(name)}
          value={camera?.getSettings().deviceId ?? chosen.camera}
          onChange={(id) => void media.choose('camera', id)}
        />
      )}
      {devices.microphones.length > 0 && (
        <Select
          label={say('devices.microphone')}
          items={devices.microphones.map(name)}
          value={microphone?.getSettings().deviceId ?? chosen.microphone}
          onChange={(id) => void media.choose('microphone', id)}
        />
      )}
      {canChooseSpeaker && (
        <Select
          label={say('devices.speaker')}
          items={devices.speakers.map(name)}
          value={chosen.speaker ?? first(devices.speakers)}
          onChange={(id) => void media.choose('speaker', id)}
        />
      )}
    </div>
  );
}

/** What is wrong with camera and microphone, if anything. */
export function DeviceFailures() {
  const say = useMessages();
  const { cameraFailure, microphoneFailure } = useStore(useCallContext().media.state);
  return (
    <>
      {cameraFailure && (
        <Notice
          tone="warn"
          title={say(`devices.camera.${cameraFailure}`)}
          todo={say(`devices.${cameraFailure}.todo`)}
        />
      )}
      {microphoneFailure && (
        <Notice
          tone="warn"
          title={say(`devices.microphone.${microphoneFailure}`)}
          todo={say(`devices.${microphoneFailure}.todo`)}
        />
      )}
    </>
  );
}
