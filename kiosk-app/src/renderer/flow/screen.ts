import type { KioskActivity } from '@remote-clerk/shared/contracts/views.ts';
import type { Flow, Step } from './flow.ts';

export type Screen =
  | Step
  | 'starting'
  | 'enrol'
  | 'revoked'
  | 'server-away'
  | 'waiting'
  | 'call'
  | 'dropped'
  | 'rating'
  | 'goodbye';

/** Which screen shows: the server's view decides once a consultation was asked for, the citizen's own steps before. */
export function screenOf(flow: Flow): Screen {
  if (flow.standing === 'starting') return 'starting';
  if (flow.standing === 'unenrolled') return 'enrol';
  if (flow.standing === 'revoked') return 'revoked';
  if (flow.receipt) return 'goodbye';
  if (!flow.view) return flow.server === 'away' ? 'server-away' : 'starting';
  const consultation = flow.view.consultation;
  if (!consultation) return flow.server === 'away' ? 'server-away' : flow.step;
  switch (consultation.state) {
    case 'waiting':
    case 'offered':
      return 'waiting';
    case 'accepted':
    case 'live':
      return 'call';
    case 'ended':
      return consultation.rated || flow.unrated === consultation.id ? 'goodbye' : 'rating';
    case 'dropped':
      return 'dropped';
    case 'abandoned':
      return consultation.endReason === 'citizen-left' ? 'goodbye' : 'dropped';
  }
}

const activities: Readonly<Record<Screen, KioskActivity>> = {
  starting: 'rest',
  enrol: 'trouble',
  revoked: 'trouble',
  'server-away': 'trouble',
  rest: 'rest',
  language: 'choosing',
  service: 'choosing',
  meeting: 'choosing',
  'device-check': 'device-check',
  waiting: 'waiting',
  call: 'call',
  dropped: 'trouble',
  rating: 'rating',
  goodbye: 'rating',
};

/** What staff is told: where somebody may need help, nothing of what they do there. */
export const activityOf = (screen: Screen): KioskActivity => activities[screen];

/** Screens that somebody may have walked away from; waiting and the call end in their own ways. */
export const mayBeForgotten = (screen: Screen): boolean =>
  ['language', 'service', 'meeting', 'device-check', 'dropped', 'rating'].includes(screen);
