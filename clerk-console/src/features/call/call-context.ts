import { createContext, useContext } from 'react';
import type { CallController } from './call-controller.ts';
import type { OwnMedia } from './own-media.ts';
import type { OwnScreen } from './own-screen.ts';

type CallContent = { readonly controller: CallController; readonly media: OwnMedia; readonly screen: OwnScreen };

export const CallContext = createContext<CallContent | null>(null);

export function useCallContext() {
  const context = useContext(CallContext);
  if (!context) throw new Error('useCallContext is used outside of CallContext');
  return context;
}
