import type { CallSignal, IncomingSignal } from '../contracts/live/call-signals.ts';

/**
 * What those in one consultation tell each other in passing, over the sockets to the scheduler-api that the screens have anyway.
 * Kiosk, console and guest page each make one; it outlives reconnections of the socket.
 */
export type CallSignals = {
  /** @throws ProblemError when it could not be handed on; Error while the scheduler-api is away */
  send: (signal: CallSignal) => Promise<void>;
  /** @returns a function that ends it */
  subscribe: (listener: (incoming: IncomingSignal) => void) => () => void;
};
