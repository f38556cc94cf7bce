import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { openStates } from '@remote-clerk/shared/domain/consultation.ts';
import type { KioskCall } from '../call/kiosk-call.ts';
import type { Talk } from '../call/talk.ts';
import { screenOf } from '../flow/screen.ts';
import type { LocalDevices } from '../media/local-devices.ts';
import type { SelfTester } from '../self-test/self-tester.ts';
import type { Kiosk } from './kiosk.ts';

interface Wired {
  readonly kiosk: Kiosk;
  readonly call: KioskCall;
  readonly talk: Talk;
  readonly devices: LocalDevices;
  readonly selfTester: SelfTester;
}

const isOpen = ({ state }: KioskConsultation) => openStates.some((open) => open === state);

/**
 * Makes call and talk follow the server's view, and camera and microphone follow the screen: off as soon as nothing needs
 * them. At rest, and with a server, the kiosk may test itself.
 */
export function wire({ kiosk, call, talk, devices, selfTester }: Wired): void {
  // After a reload they are off; a camera that is missing is not asked for again with every view.
  const openOnce = () => {
    if (devices.getSnapshot().phase === 'off') void devices.open();
  };
  kiosk.subscribe(() => {
    const flow = kiosk.getSnapshot();
    const consultation = flow.view?.consultation;
    call.follow(consultation && isOpen(consultation) && !flow.receipt && !flow.result ? consultation : null);
    talk.follow(consultation ?? null);
    const screen = screenOf(flow);
    // Who books while waiting may be answered at any moment.
    const isInLine = !flow.result && (consultation?.state === 'waiting' || consultation?.state === 'offered');
    if (isInLine || screen === 'call') openOnce();
    else if (screen !== 'device-check') devices.close();
    selfTester.follow(screen === 'rest' && flow.server === 'reached');
  });
  devices.subscribe(() => {
    if (devices.getSnapshot().phase === 'on') call.takeDevices(devices.getSnapshot());
  });
}
