import type { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { type Flow, type FlowEvent, initialFlow, steps } from './flow.ts';

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
      return flow.step === 'rest' ? { ...flow, step: 'language' } : flow;
    case 'language.chosen':
      return flow.step === 'language' ? { ...flow, step: 'service' } : flow;
    case 'service.chosen':
      return flow.step === 'service' ? { ...flow, step: 'meeting', serviceId: event.serviceId } : flow;
    case 'meeting.agreed':
      return flow.step === 'meeting' && flow.serviceId ? { ...flow, step: 'device-check' } : flow;
    case 'back':
      return stepBack(flow);
    case 'ask.started':
      return flow.step === 'device-check' || flow.view?.consultation ? { ...flow, asking: { state: 'asking' } } : flow;
    case 'ask.failed':
      return { ...flow, asking: { state: 'failed', problem: event.problem } };
    case 'ask.succeeded':
      return { ...flow, asking: { state: 'no' }, startRequestId: null, waitsAgain: false, unrated: null };
    case 'rating.declined':
      return { ...flow, unrated: flow.view?.consultation?.id ?? null };
    case 'said-goodbye':
      return flow.view?.consultation ? { ...flow, receipt: flow.view.consultation } : flow;
    case 'wiped':
      return { ...initialFlow, standing: flow.standing, server: flow.server, view: flow.view, anyRevision: true };
  }
}

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
  return followStartRequest(next, view);
}

/** A clerk has started: straight to who will see the citizen, wherever the kiosk was before it asked for anything. */
function followStartRequest(flow: Flow, view: KioskView): Flow {
  const request = view.startRequest;
  if (!request || view.consultation || flow.receipt || flow.asking.state === 'asking') return flow;
  if (request.id === flow.startRequestId) return flow;
  return { ...flow, step: 'meeting', serviceId: request.serviceId, startRequestId: request.id };
}

function stepBack(flow: Flow): Flow {
  if (flow.asking.state === 'asking') return flow;
  const step = steps[Math.max(0, steps.indexOf(flow.step) - 1)] ?? 'rest';
  return { ...flow, step, asking: { state: 'no' } };
}
