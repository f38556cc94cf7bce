import type { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { advanceBooking } from './advance-booking.ts';
import { advanceIdentity, toMeeting } from './advance-identity.ts';
import { initialBooking } from './booking.ts';
import { type Flow, type FlowEvent, initialFlow } from './flow.ts';
import { calledHere } from './screen.ts';
import { goTo, isBookingStep, leaveBooking, stepBack } from './steps.ts';

/** The flow after an event. Events that make no sense now change nothing, so a late touch or message does no harm. */
export function advance(flow: Flow, event: FlowEvent): Flow {
  switch (event.kind) {
    case 'identity.known':
      return { ...flow, standing: event.enrolled ? 'enrolled' : 'unenrolled' };
    case 'kiosk.revoked':
      return { ...initialFlow, standing: 'revoked' };
    case 'enrolment.wanted':
      return flow.standing === 'revoked' ? { ...flow, standing: 'unenrolled' } : flow;
    case 'server.connected':
      return { ...flow, server: 'reached', anyRevision: true };
    case 'server.lost':
      return { ...flow, server: 'away' };
    case 'view.received':
      return receive(flow, event.view);
    case 'begin':
      return flow.step === 'rest' ? goTo(flow, 'language') : flow;
    case 'language.chosen':
      return flow.step === 'language' ? goTo(flow, 'purpose') : flow;
    case 'purpose.chosen':
      return choosePurpose(flow, event.purpose);
    case 'service.chosen': {
      if (flow.step !== 'service') return flow;
      const isAsked = event.waitsLong || flow.purpose === 'ticket';
      const chosen = { ...flow, serviceId: event.serviceId, needsIdentity: event.needsIdentity ?? false };
      if (flow.purpose === 'book') return goTo(chosen, 'book-day');
      return isAsked ? goTo(chosen, 'ways') : toMeeting(chosen);
    }
    case 'wait.chosen':
      return flow.step === 'ways' ? toMeeting(flow) : flow;
    case 'meeting.agreed':
      return flow.step === 'meeting' && flow.serviceId ? goTo(flow, 'device-check') : flow;
    case 'back':
      return stepBack(flow);
    case 'ask.started':
      return mayAsk(flow) ? { ...flow, asking: { state: 'asking' } } : flow;
    case 'ask.failed':
      return { ...flow, asking: { state: 'failed', problem: event.problem } };
    case 'ask.succeeded':
      return {
        ...flow,
        asking: { state: 'no' },
        signedIn: null,
        startRequestId: null,
        waitsAgain: false,
        unrated: null,
        receipt: null,
        result: null,
      };
    case 'check-in.started':
      return flow.step === 'check-in' ? { ...flow, checkingIn: { state: 'asking' } } : flow;
    case 'check-in.failed':
      return { ...flow, checkingIn: { state: 'failed', problem: event.problem } };
    case 'check-in.edited':
      return flow.checkingIn.state === 'failed' ? { ...flow, checkingIn: { state: 'no' } } : flow;
    case 'ticket.started':
      return flow.step === 'ways' || flow.view?.consultation ? { ...flow, takingTicket: { state: 'asking' } } : flow;
    case 'ticket.failed':
      return { ...flow, takingTicket: { state: 'failed', problem: event.problem } };
    case 'result.had':
      return {
        ...flow,
        result: event.result,
        checkingIn: { state: 'no' },
        takingTicket: { state: 'no' },
        booking: initialBooking,
      };
    case 'rating.declined':
      return { ...flow, unrated: flow.view?.consultation?.id ?? null };
    case 'said-goodbye': {
      if (!flow.view?.consultation) return flow;
      return { ...flow, receipt: { ...flow.view.consultation, next: flow.view.nextTicket } };
    }
    case 'wiped':
      return { ...initialFlow, standing: flow.standing, server: flow.server, view: flow.view, anyRevision: true };
    case 'document.chosen':
    case 'sign-in.started':
    case 'sign-in.ended':
    case 'sign-in.failed':
    case 'sign-in.succeeded':
      return advanceIdentity(flow, event);
    default:
      return advanceBooking(flow, event);
  }
}

function choosePurpose(flow: Flow, purpose: Extract<FlowEvent, { kind: 'purpose.chosen' }>['purpose']): Flow {
  // A code that is not known leaves the same ways open as having none.
  if (flow.step !== 'purpose' && flow.step !== 'check-in') return flow;
  if (purpose === 'check-in') return flow.step === 'purpose' ? goTo(flow, 'check-in') : flow;
  return goTo({ ...flow, purpose, checkingIn: { state: 'no' } }, 'service');
}

const mayAsk = (flow: Flow) =>
  flow.step === 'device-check' ||
  flow.view?.consultation != null ||
  flow.result?.kind === 'arrived' ||
  calledHere(flow) !== null;

function receive(flow: Flow, view: KioskView): Flow {
  if (!flow.anyRevision && flow.view && view.revision < flow.view.revision) return flow;
  const before = flow.view?.consultation;
  const now = view.consultation;
  const next: Flow = { ...flow, server: 'reached', view, anyRevision: false };
  if (before && now && before.id === now.id) {
    const wasAnswered = before.state === 'accepted' || before.state === 'live';
    const waits = now.state === 'waiting' || now.state === 'offered';
    next.waitsAgain = waits && (flow.waitsAgain || wasAnswered);
  }
  const isAnswered = now?.state === 'accepted' || now?.state === 'live';
  const isBooking = isBookingStep(next.step) && !next.booking.isConfirming;
  return followStartRequest(isAnswered && isBooking ? leaveBooking(next) : next, view);
}

/** A clerk has started: straight to who will see the citizen, wherever the kiosk was before it asked for anything. */
function followStartRequest(flow: Flow, view: KioskView): Flow {
  const request = view.startRequest;
  if (!request || view.consultation || flow.receipt || flow.asking.state === 'asking') return flow;
  if (request.id === flow.startRequestId) return flow;
  return {
    ...flow,
    purpose: 'talk',
    booking: initialBooking,
    signIn: { state: 'no' },
    signedIn: null,
    result: null,
    step: 'meeting',
    before: ['rest', 'language', 'purpose', 'service'],
    serviceId: request.serviceId,
    startRequestId: request.id,
  };
}
