import { useEffect } from 'react';
import { screenOf } from '../flow/screen.ts';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import { Call } from './Call.tsx';
import { ChooseLanguage } from './ChooseLanguage.tsx';
import { ChooseService } from './ChooseService.tsx';
import styles from './CurrentScreen.module.css';
import { DeviceCheck } from './DeviceCheck.tsx';
import { Dropped } from './Dropped.tsx';
import { Enrol } from './Enrol.tsx';
import { Goodbye } from './Goodbye.tsx';
import { Meeting } from './Meeting.tsx';
import { Rate } from './Rate.tsx';
import { RemoteVideo } from './RemoteVideo.tsx';
import { Rest } from './Rest.tsx';
import { Revoked, ServerAway, Starting } from './Trouble.tsx';
import { Waiting } from './Waiting.tsx';

const readsServices = ['language', 'service', 'meeting', 'device-check', 'waiting'];

/** The screen that is due, and behind waiting and call the specialist's picture, ready before it is shown. */
export function CurrentScreen() {
  const flow = useFlow();
  const { call: kioskCall, services } = useParts();
  const { call } = useStore(kioskCall);
  const screen = screenOf(flow);
  const consultation = flow.view?.consultation;
  const isReading = readsServices.includes(screen);
  useEffect(() => (isReading ? services.watch() : undefined), [isReading, services]);

  if ((screen === 'waiting' || screen === 'call') && consultation) {
    const hasPicture = call?.phase === 'in-call' || call?.phase === 'reconnecting';
    const isShown = screen === 'call' && hasPicture && call.remote?.cameraMuted === false;
    return (
      <div className={styles.stage}>
        <RemoteVideo
          key={consultation.id}
          stream={call?.remote?.stream ?? null}
          name={consultation.specialist?.name ?? ''}
          isShown={isShown}
        />
        {screen === 'call' ? <Call consultation={consultation} call={call} /> : <Waiting consultation={consultation} />}
      </div>
    );
  }
  switch (screen) {
    case 'enrol':
      return <Enrol />;
    case 'revoked':
      return <Revoked />;
    case 'server-away':
      return <ServerAway />;
    case 'rest':
      return <Rest />;
    case 'language':
      return <ChooseLanguage />;
    case 'service':
      return <ChooseService />;
    case 'meeting':
      return <Meeting />;
    case 'device-check':
      return <DeviceCheck />;
    case 'dropped':
      return consultation ? <Dropped consultation={consultation} /> : <Starting />;
    case 'rating':
      return <Rate />;
    case 'goodbye':
      return flow.receipt ? <Goodbye receipt={flow.receipt} /> : <Starting />;
    default:
      return <Starting />;
  }
}
