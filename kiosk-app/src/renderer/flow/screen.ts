import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { KioskActivity } from '@remote-clerk/shared/contracts/views.ts';
import type { Flow, Step } from './flow.ts';
import { type Result, ticketOf } from './result.ts';
import { isBookingStep } from './steps.ts';

export type Screen =
  | Step
  | Result['kind']
  | 'starting'
  | 'enrol'
  | 'revoked'
  | 'server-away'
  | 'called'
  | 'waiting'
  | 'call'
  | 'dropped'
  | 'rating'
  | 'goodbye';

/**
 * The number that is called to this kiosk, where it may be shown: at rest, and to those who still stand here with it. Who
 * answers other questions, or reads their own receipt, is not interrupted.
 */
export function calledHere({ view, step, result, receipt }: Flow): OwnTicket | null {
  const called = view?.calledTicket;
  if (!called || view.consultation) return null;
  const own = ticketOf(result) ?? receipt?.next;
  const isFree = step === 'rest' && !result && !receipt;
  return isFree || own?.id === called.id ? called : null;
}

/** Which screen shows: the server's view decides once a consultation was asked for, the citizen's own steps before. */
export function screenOf(flow: Flow): Screen {
  if (flow.standing === 'starting') return 'starting';
  if (flow.standing === 'unenrolled') return 'enrol';
  if (flow.standing === 'revoked') return 'revoked';
  if (calledHere(flow)) return 'called';
  if (flow.receipt) return 'goodbye';
  if (flow.result) return flow.result.kind;
  if (!flow.view) return flow.server === 'away' ? 'server-away' : 'starting';
  const consultation = flow.view.consultation;
  if (!consultation) return flow.server === 'away' ? 'server-away' : flow.step;
  switch (consultation.state) {
    case 'waiting':
    case 'offered':
      // Booking from the line: the place in it is kept meanwhile.
      return isBookingStep(flow.step) ? flow.step : 'waiting';
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
  called: 'rest',
  language: 'choosing',
  purpose: 'choosing',
  service: 'choosing',
  ways: 'choosing',
  identity: 'choosing',
  meeting: 'choosing',
  'check-in': 'choosing',
  'book-day': 'choosing',
  'book-time': 'choosing',
  'book-name': 'choosing',
  'book-contact': 'choosing',
  arrived: 'choosing',
  ticket: 'choosing',
  booked: 'choosing',
  'device-check': 'device-check',
  waiting: 'waiting',
  call: 'call',
  dropped: 'trouble',
  rating: 'rating',
  goodbye: 'rating',
};

/** What staff is told: where somebody may need help, nothing of what they do there. */
export const activityOf = (screen: Screen): KioskActivity => activities[screen];

const forgettable: readonly Screen[] = [
  'language',
  'purpose',
  'service',
  'ways',
  'identity',
  'meeting',
  'device-check',
  'check-in',
  'book-day',
  'book-time',
  'book-name',
  'book-contact',
  'arrived',
  'dropped',
  'rating',
];

/**
 * Whether somebody may have walked away. A provider's pages watch that themselves. Waiting and the call end in their own ways, and so do results; who books from the
 * line still waits in it.
 */
export function mayBeForgotten(flow: Flow): boolean {
  const screen = screenOf(flow);
  if (flow.signIn.state === 'asking') return false;
  const isInLine = isBookingStep(flow.step) && flow.view?.consultation != null;
  return forgettable.includes(screen) && !(screen === flow.step && isInLine);
}
