import type { CallRole } from '../contracts/call-ticket.ts';
import type { CallQuality } from '../contracts/quality.ts';
import type { QualityWord } from './quality-word.ts';

/**
 * `ready`: everything is set up, nothing is sent or received yet. `in-call`: both ends are admitted and media flows.
 * `reconnecting`: the connection went and is being made anew, with the same tracks.
 */
export type CallPhase = 'entering' | 'ready' | 'in-call' | 'reconnecting' | 'closed';

/**
 * `left`: this end left. `ended`: the consultation is over. `replaced`: someone else, or this person in another window,
 * took the place. `refused`: no new ticket was given. `unreachable`: no media node could be reached in time.
 */
export type ClosedBecause = 'left' | 'ended' | 'replaced' | 'refused' | 'unreachable';

/** The other end. There is one as soon as its media is set up; show it only while `in-call` or `reconnecting`. */
export type RemoteParty = {
  /** Always the same object for as long as the party stays; tracks are added to it as they come. */
  stream: MediaStream;
  name: string;
  role: CallRole;
  /** Also true when there is no microphone or camera at all. */
  microphoneMuted: boolean;
  cameraMuted: boolean;
  /** false while its connection is away and may come back. */
  connected: boolean;
};

export type CallState = {
  phase: CallPhase;
  closedBecause: ClosedBecause | null;
  local: { microphoneMuted: boolean; cameraMuted: boolean };
  remote: RemoteParty | null;
  /** How the call is here, in a word; null while nothing was measured. */
  quality: QualityWord | null;
  figures: CallQuality | null;
};

export const initialCallState: CallState = {
  phase: 'entering',
  closedBecause: null,
  local: { microphoneMuted: false, cameraMuted: false },
  remote: null,
  quality: null,
  figures: null,
};
