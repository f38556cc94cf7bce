import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { KioskConsultation, KioskView } from '@remote-clerk/shared/contracts/views.ts';
import type {
  CitizenSignInId,
  ConsultationId,
  PublicServiceId,
  StartRequestId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { type Booking, type BookingEvent, initialBooking } from './booking.ts';
import type { Result } from './result.ts';

/** The questions before something is had; which follows which is for `advance` to say. */
export type Step =
  | 'rest'
  | 'language'
  | 'purpose'
  | 'service'
  | 'ways'
  | 'identity'
  | 'meeting'
  | 'device-check'
  | 'check-in'
  | 'book-day'
  | 'book-time'
  | 'book-name'
  | 'book-contact';

/** What somebody has come for, once they have no appointment. */
export type Purpose = 'talk' | 'ticket' | 'book';

/** What the goodbye shows after the server has forgotten the consultation. */
export type Receipt = Pick<KioskConsultation, 'caseNumber' | 'service' | 'institution' | 'state' | 'endReason'> & {
  /** Where the citizen was passed on to. */
  next: OwnTicket | null;
};

/** How a request of the citizen's goes: one at a time, and the screen says which. */
export type Sending = { state: 'no' } | { state: 'asking' } | { state: 'failed'; problem: ProblemType };

export type Flow = {
  /** `revoked` until staff says that it will enrol the kiosk anew. */
  standing: 'starting' | 'unenrolled' | 'revoked' | 'enrolled';
  server: 'connecting' | 'reached' | 'away';
  view: KioskView | null;
  /** The next view counts whatever its revision: a server that was restarted counts anew. */
  anyRevision: boolean;
  step: Step;
  /** The questions that led here, for going back. */
  before: readonly Step[];
  purpose: Purpose;
  serviceId: PublicServiceId | null;
  /** The clerk's start request that this session follows. */
  startRequestId: StartRequestId | null;
  /** The service is given only to somebody of whom it was made sure who they are. */
  needsIdentity: boolean;
  /** Signing in, while a provider's pages are shown. */
  signIn: Sending;
  /** As whom the citizen has signed in. */
  signedIn: { id: CitizenSignInId; name: string } | null;
  asking: Sending;
  /** The specialist who had accepted is gone and the citizen waits again. */
  waitsAgain: boolean;
  /** The citizen chose not to rate this one. */
  unrated: ConsultationId | null;
  receipt: Receipt | null;
  checkingIn: Sending;
  takingTicket: Sending;
  booking: Booking;
  result: Result | null;
};

export const initialFlow: Flow = {
  standing: 'starting',
  server: 'connecting',
  view: null,
  anyRevision: true,
  step: 'rest',
  before: [],
  purpose: 'talk',
  serviceId: null,
  startRequestId: null,
  needsIdentity: false,
  signIn: { state: 'no' },
  signedIn: null,
  asking: { state: 'no' },
  waitsAgain: false,
  unrated: null,
  receipt: null,
  checkingIn: { state: 'no' },
  takingTicket: { state: 'no' },
  booking: initialBooking,
  result: null,
};

export type FlowEvent =
  | { kind: 'identity.known'; enrolled: boolean }
  | { kind: 'kiosk.revoked' }
  | { kind: 'enrolment.wanted' }
  | { kind: 'server.connected' }
  | { kind: 'server.lost' }
  | { kind: 'view.received'; view: KioskView }
  | { kind: 'begin' }
  | { kind: 'language.chosen' }
  | { kind: 'purpose.chosen'; purpose: Purpose | 'check-in' }
  /** `waitsLong`: it can't be had soon, so there is something to choose from. */
  | { kind: 'service.chosen'; serviceId: PublicServiceId; waitsLong: boolean; needsIdentity?: boolean }
  | { kind: 'wait.chosen' }
  | { kind: 'document.chosen' }
  | { kind: 'sign-in.started' }
  | { kind: 'sign-in.ended' }
  | { kind: 'sign-in.failed'; problem: ProblemType }
  | { kind: 'sign-in.succeeded'; id: CitizenSignInId; name: string }
  | { kind: 'meeting.agreed' }
  | { kind: 'back' }
  | { kind: 'ask.started' }
  | { kind: 'ask.failed'; problem: ProblemType }
  | { kind: 'ask.succeeded' }
  | { kind: 'check-in.started' }
  | { kind: 'check-in.failed'; problem: ProblemType }
  | { kind: 'check-in.edited' }
  | { kind: 'ticket.started' }
  | { kind: 'ticket.failed'; problem: ProblemType }
  | { kind: 'result.had'; result: Result }
  | { kind: 'rating.declined' }
  | { kind: 'said-goodbye' }
  | { kind: 'wiped' }
  | BookingEvent;
