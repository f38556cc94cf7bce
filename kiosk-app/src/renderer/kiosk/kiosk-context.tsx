import type { Sounds } from '@remote-clerk/shared/ui/sound.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { KioskBridge } from '../../bridge/bridge.ts';
import type { KioskCall } from '../call/kiosk-call.ts';
import type { Talk } from '../call/talk.ts';
import type { OpenCodeCamera } from '../media/code-camera.ts';
import type { LocalDevices } from '../media/local-devices.ts';
import type { SelfTester } from '../self-test/self-tester.ts';
import type { FreeTimes } from './free-times.ts';
import type { Kiosk } from './kiosk.ts';
import type { OfferedServices } from './offered-services.ts';

/** Everything that a screen may use, made once by `main.tsx`. */
export interface KioskParts {
  readonly kiosk: Kiosk;
  readonly call: KioskCall;
  readonly talk: Talk;
  readonly selfTester: SelfTester;
  readonly devices: LocalDevices;
  readonly services: OfferedServices;
  readonly times: FreeTimes;
  readonly codeCamera: OpenCodeCamera;
  readonly sounds: Sounds;
  readonly bridge: KioskBridge;
}

const KioskContext = createContext<KioskParts | null>(null);
export const KioskProvider = KioskContext.Provider;

export function useParts(): KioskParts {
  const parts = useContext(KioskContext);
  if (!parts) throw new Error('There is no KioskProvider around this');
  return parts;
}

interface Readable<State> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): State;
}

export const useStore = <State,>(store: Readable<State>): State =>
  useSyncExternalStore(store.subscribe, store.getSnapshot);

export const useFlow = () => useStore(useParts().kiosk);
