import { createContext, useContext } from 'react';
import type { CallController } from './call-controller.ts';
import type { OwnMedia } from './own-media.ts';

export const CallContext = createContext<{ controller: CallController; media: OwnMedia } | null>(null);

export function useCallContext() {
  const context = useContext(CallContext);
  if (!context) throw new Error('useCallContext is used outside of CallContext');
  return context;
}
