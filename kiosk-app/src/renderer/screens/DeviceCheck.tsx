import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LevelMeter } from '@remote-clerk/shared/ui/LevelMeter.tsx';
import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { PhoneCall, Volume2 } from 'lucide-react';
import { useEffect } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { talkLanguage } from '../flow/services.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import { useLevel } from '../media/use-level.ts';
import { AskFailure } from './AskFailure.tsx';
import styles from './DeviceCheck.module.css';
import { DeviceTrouble } from './DeviceTrouble.tsx';
import { useChosenService } from './use-chosen-service.ts';

/** Sees, hears and is heard: shown before anybody else can see or hear. */
export function DeviceCheck() {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk, devices, sounds } = useParts();
  const { asking, startRequestId, signedIn } = useFlow();
  const { service } = useChosenService();
  const { phase, camera, microphone, picture } = useStore(devices);
  const level = useLevel(microphone);
  useEffect(() => void devices.open(), [devices]);

  const ask = () => {
    if (!service) return;
    void kiosk.ask({
      serviceId: service.id,
      language: talkLanguage(service, language),
      ...(startRequestId && { startRequestId }),
      ...(signedIn && { signInId: signedIn.id }),
    });
  };
  const isReady = phase === 'on';
  const words = !isReady || (camera && microphone) ? 'ask' : microphone ? 'askWithoutCamera' : 'askAnyway';
  return (
    <Screen
      name="device-check"
      question={say('devices.question')}
      lede={say('devices.lede')}
      info={
        <div className={styles.self}>
          <VideoTile
            stream={picture}
            name={say('devices.self')}
            isMirrored
            isMuted
            placeholder={say(isReady ? 'devices.noPicture' : 'devices.starting')}
          />
        </div>
      }
      back={<BackButton onPress={() => void kiosk.back()} />}
      onward={
        <Button
          variant="primary"
          icon={PhoneCall}
          isDisabled={!isReady || !service}
          isPending={asking.state === 'asking'}
          pendingLabel={say('ask.pending')}
          onPress={ask}
        >
          {say(`devices.${words}`)}
        </Button>
      }
    >
      {asking.state === 'failed' && <AskFailure problem={asking.problem} />}
      {isReady && (!camera || !microphone) && <DeviceTrouble hasCamera={!!camera} hasMicrophone={!!microphone} />}
      <div className={styles.checks}>
        {microphone && <LevelMeter label={say('devices.level')} level={level} />}
        <div className={styles.tone}>
          <Button icon={Volume2} onPress={() => sounds.play('testTone')}>
            {say('devices.tone')}
          </Button>
          <p>{say('devices.toneHint')}</p>
        </div>
      </div>
      <p className={styles.next}>{say('devices.next')}</p>
    </Screen>
  );
}
