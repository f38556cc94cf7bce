import type { CallRole } from '../contracts/call-ticket.ts';
import type { CallQuality } from '../contracts/quality.ts';
import type { QualityWord } from './quality-word.ts';
import type { Rung } from './recovery/ladder.ts';

/**
 * `ready`: everything is set up, nothing is sent or received yet. `in-call`: both ends are admitted and media flows.
 * `reconnecting`: something went and is being brought back, with the same tracks; `recovery` says how. It never gives up by
 * itself: whoever holds the session decides when there is no call any more.
 */
export type CallPhase = 'entering' | 'ready' | 'in-call' | 'reconnecting' | 'closed';

/**
 * `left`: this end left. `ended`: the consultation is over. `replaced`: someone else, or this person in another window,
 * took the place. `refused`: no new ticket was given.
 */
export type ClosedBecause = 'left' | 'ended' | 'replaced' | 'refused';

/** Through a media node, or between the two while none can be reached. */
export type CallPath = 'node' | 'direct';

/** Someone else in the call. There is one as soon as its media is set up; show it only while `in-call` or `reconnecting`. */
export type RemoteParty = {
  /** Who it is in this room; another one after they have come back. */
  id: string;
  /** Camera and microphone. Always the same object for as long as the party stays; tracks are added to it as they come. */
  stream: MediaStream;
  /** A shared screen, and the kiosk's document camera; null while there is none. */
  screen: MediaStream | null;
  document: MediaStream | null;
  name: string;
  role: CallRole;
  /** Also true when there is no microphone or camera at all. */
  microphoneMuted: boolean;
  cameraMuted: boolean;
  /** false while its connection is away and may come back. */
  connected: boolean;
};

/** `lost`: it was unplugged or taken by another program. `silent`: the hardware has muted it. */
export type DeviceState = 'well' | 'none' | 'lost' | 'silent';

/** What is being done to bring a call back; null while all is well. */
export type Recovery = { rung: Rung /** `performance.now()` of the first sign. */; sinceMs: number };

export type CallState = {
  phase: CallPhase;
  closedBecause: ClosedBecause | null;
  path: CallPath;
  recovery: Recovery | null;
  local: {
    microphoneMuted: boolean;
    cameraMuted: boolean;
    camera: DeviceState;
    microphone: DeviceState;
    /** Whether a screen or a document camera is being shown to the others. */
    screen: boolean;
    document: boolean;
  };
  /** The other main end: the citizen for everyone else, the specialist for the citizen. */
  remote: RemoteParty | null;
  /** All others, `remote` first, then in the order in which they came. */
  parties: RemoteParty[];
  /** The citizen is on hold. */
  held: boolean;
  /** How the call is here, in a word; null while nothing was measured. */
  quality: QualityWord | null;
  figures: CallQuality | null;
};

export const initialCallState: CallState = {
  phase: 'entering',
  closedBecause: null,
  path: 'node',
  recovery: null,
  local: {
    microphoneMuted: false,
    cameraMuted: false,
    camera: 'none',
    microphone: 'none',
    screen: false,
    document: false,
  },
  remote: null,
  parties: [],
  held: false,
  quality: null,
  figures: null,
};
