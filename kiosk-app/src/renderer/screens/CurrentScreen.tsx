import { useEffect } from 'react';
import type { Result } from '../flow/result.ts';
import { calledHere, type Screen, screenOf } from '../flow/screen.ts';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import { Booked } from './booking/Booked.tsx';
import { ChooseDay } from './booking/ChooseDay.tsx';
import { ChooseTime } from './booking/ChooseTime.tsx';
import { GiveContact } from './booking/GiveContact.tsx';
import { GiveName } from './booking/GiveName.tsx';
import { Called } from './Called.tsx';
import { ChooseLanguage } from './ChooseLanguage.tsx';
import { ChoosePurpose } from './ChoosePurpose.tsx';
import { ChooseService } from './ChooseService.tsx';
import { ChooseWay } from './ChooseWay.tsx';
import styles from './CurrentScreen.module.css';
import { Call } from './call/Call.tsx';
import { Stage } from './call/Stage.tsx';
import { Arrived } from './check-in/Arrived.tsx';
import { CheckIn } from './check-in/CheckIn.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { Dropped } from './Dropped.tsx';
import { Enrol } from './Enrol.tsx';
import { Goodbye } from './Goodbye.tsx';
import { Identity } from './Identity.tsx';
import { Meeting } from './Meeting.tsx';
import { Rate } from './Rate.tsx';
import { Rest } from './Rest.tsx';
import { TicketTaken } from './TicketTaken.tsx';
import { Revoked, ServerAway, Starting } from './Trouble.tsx';
import { Waiting } from './Waiting.tsx';

const readsServices: readonly Screen[] = [
  'language',
  'purpose',
  'service',
  'ways',
  'identity',
  'meeting',
  'device-check',
  'waiting',
  'book-day',
  'book-time',
];

/** The screen that is due, and behind waiting and call the others' pictures, ready before they are shown. */
export function CurrentScreen() {
  const flow = useFlow();
  const { call: kioskCall, services, talk } = useParts();
  const { call } = useStore(kioskCall);
  const { panel } = useStore(talk);
  const screen = screenOf(flow);
  const consultation = flow.view?.consultation;
  const isReading = readsServices.includes(screen);
  useEffect(() => (isReading ? services.watch() : undefined), [isReading, services]);

  if ((screen === 'waiting' || screen === 'call') && consultation) {
    const hasPicture = call?.phase === 'in-call' || call?.phase === 'reconnecting';
    const isShown = screen === 'call' && hasPicture && !consultation.held;
    return (
      <div className={styles.stage} data-panel={screen === 'call' ? panel : 'none'}>
        <Stage key={consultation.id} call={call} isShown={isShown} isNamed={panel !== 'none'} />
        {screen === 'call' ? <Call consultation={consultation} call={call} /> : <Waiting consultation={consultation} />}
      </div>
    );
  }
  const { result } = flow;
  const called = calledHere(flow);
  if (called) return <Called key={called.id} ticket={called} />;
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
    case 'purpose':
      return <ChoosePurpose />;
    case 'check-in':
      return <CheckIn />;
    case 'ways':
      return <ChooseWay />;
    case 'book-day':
      return <ChooseDay />;
    case 'book-time':
      return <ChooseTime />;
    case 'book-name':
      return <GiveName />;
    case 'book-contact':
      return <GiveContact />;
    case 'service':
      return <ChooseService />;
    case 'identity':
      return <Identity />;
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
    case 'ticket':
    case 'arrived':
    case 'booked':
      return result ? <ResultScreen result={result} /> : <Starting />;
    default:
      return <Starting />;
  }
}

function ResultScreen({ result }: { readonly result: Result }) {
  switch (result.kind) {
    case 'ticket':
      return <TicketTaken ticket={result.ticket} />;
    case 'arrived':
      return <Arrived result={result} />;
    case 'booked':
      return <Booked result={result} />;
  }
}
