import type { Store } from '@remote-clerk/shared/call/store.ts';
import { useSyncExternalStore } from 'react';

export const useStore = <State extends object>(store: Pick<Store<State>, 'getSnapshot' | 'subscribe'>): State =>
  useSyncExternalStore(store.subscribe, store.getSnapshot);
