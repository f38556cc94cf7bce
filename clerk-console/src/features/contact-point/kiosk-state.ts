import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { engagedStates, openStates } from '@remote-clerk/shared/domain/consultation.ts';

export type KioskState =
  | 'not-enrolled'
  | 'offline'
  | 'trouble'
  | 'call'
  | 'connecting'
  | 'waiting'
  | 'start-pending'
  | 'choosing'
  | 'rating'
  | 'rest';

/** The one thing to say about a kiosk; what stands in the citizen's way comes first. */
export function kioskState(kiosk: ContactPointKiosk): KioskState {
  const { consultation } = kiosk;
  if (!kiosk.enrolled) return 'not-enrolled';
  if (!kiosk.online) return 'offline';
  if (kiosk.activity === 'trouble') return 'trouble';
  if (consultation?.state === 'live') return 'call';
  if (consultation?.state === 'accepted') return 'connecting';
  if (consultation && openStates.some((state) => state === consultation.state)) return 'waiting';
  if (kiosk.startRequestPending) return 'start-pending';
  if (kiosk.activity === 'choosing' || kiosk.activity === 'device-check') return 'choosing';
  return kiosk.activity === 'rating' ? 'rating' : 'rest';
}

export const canStart = (kiosk: ContactPointKiosk) => ['rest', 'choosing'].includes(kioskState(kiosk));

/** The consultation, as long as a call is meant to go on in it. */
export const engaged = ({ consultation }: ContactPointKiosk) =>
  consultation && engagedStates.some((state) => state === consultation.state) ? consultation : null;

/** The consultation whose staff presence can be set: any that is not over. */
export const open = ({ consultation }: ContactPointKiosk) =>
  consultation && openStates.some((state) => state === consultation.state) ? consultation : null;
