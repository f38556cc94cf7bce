import type { Flow, FlowEvent } from './flow.ts';
import { goTo } from './steps.ts';

type IdentityEvent = Extract<FlowEvent, { kind: 'document.chosen' | `sign-in.${string}` }>;

/** On to who will see the citizen; before that, where it has to be known who they are and they can sign in, to how. */
export const toMeeting = (flow: Flow): Flow =>
  goTo(flow, flow.needsIdentity && flow.view?.signInThrough != null ? 'identity' : 'meeting');

/** The flow after an event of the question how it is made sure of who the citizen is. */
export function advanceIdentity(flow: Flow, event: IdentityEvent): Flow {
  if (flow.step !== 'identity') return flow;
  const isUnderWay = flow.signIn.state === 'asking';
  switch (event.kind) {
    case 'document.chosen':
      return isUnderWay ? flow : goTo({ ...flow, signIn: { state: 'no' }, signedIn: null }, 'meeting');
    case 'sign-in.started':
      return { ...flow, signIn: { state: 'asking' }, signedIn: null };
    case 'sign-in.ended':
      return isUnderWay ? { ...flow, signIn: { state: 'no' } } : flow;
    case 'sign-in.failed':
      return isUnderWay ? { ...flow, signIn: { state: 'failed', problem: event.problem } } : flow;
    case 'sign-in.succeeded': {
      if (!isUnderWay) return flow;
      const signedIn = { id: event.id, name: event.name };
      return goTo({ ...flow, signIn: { state: 'no' }, signedIn }, 'meeting');
    }
  }
}
