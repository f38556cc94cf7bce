import type { Store } from '@remote-clerk/shared/call/store.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Guest } from './flow/guest.ts';

const GuestContext = createContext<Guest | null>(null);
export const GuestProvider = GuestContext.Provider;

export function useGuest(): Guest {
  const guest = useContext(GuestContext);
  if (!guest) throw new Error('There is no guest around this');
  return guest;
}

/** What a store holds, and again whenever that is replaced. */
export function useStore<State>(store: Pick<Store<State & object>, 'subscribe' | 'getSnapshot'>): State {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
