import { type CallState, initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { useSyncExternalStore } from 'react';
import { useStore } from '../../app/use-store.ts';
import { useCallContext } from './call-context.ts';
import type { Call } from './call-port.ts';

const nothing = { subscribe: () => () => {}, getSnapshot: () => initialCallState };

/** The state of the session that is held, or of none. */
export function useCall(): { call: Call | null; state: CallState } {
  const { call } = useStore(useCallContext().controller.state);
  const { subscribe, getSnapshot } = call ?? nothing;
  return { call, state: useSyncExternalStore(subscribe, getSnapshot) };
}
