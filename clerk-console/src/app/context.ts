import type { CaptionSource } from '@remote-clerk/shared/call/captions.ts';
import type { ApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { createContext, useContext } from 'react';
import type { CallPort } from '../features/call/call-port.ts';
import type { Signals } from '../features/desk/signals.ts';
import type { Drafts } from '../features/service-case/drafts.ts';
import type { Passkeys } from '../features/sign-in/passkeys.ts';
import type { CallWire } from './live/call-wire.ts';
import type { ConnectLive } from './live/live-connection.ts';
import type { Views } from './live/views.ts';
import type { ServerClock } from './server-clock.ts';

/** Everything the console reaches outside of itself by; made in `main.tsx`, and by hand in tests. */
export type Ports = {
  readonly api: ApiClient;
  readonly connectLive: ConnectLive;
  readonly calls: CallPort;
  readonly signals: Signals;
  /** A recogniser of speech, where an installation has one. */
  readonly captions?: CaptionSource;
  /** Opens another page beside this one. */
  readonly openPage: (address: string) => void;
  /** Leaves the console for another address, as for a provider’s sign-in. */
  readonly goTo: (address: string) => void;
  readonly passkeys: Passkeys;
};

/** What lives as long as the page does, whatever screen is shown. */
export type Context = Ports & {
  readonly clock: ServerClock;
  readonly drafts: Drafts;
  readonly views: Views;
  readonly wire: CallWire;
};

export const ConsoleContext = createContext<Context | null>(null);

export function useConsole(): Context {
  const context = useContext(ConsoleContext);
  if (!context) throw new Error('useConsole is used outside of ConsoleContext');
  return context;
}
