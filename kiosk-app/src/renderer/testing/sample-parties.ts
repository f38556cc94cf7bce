import type { CallState, RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { specialist } from './samples.ts';

const names: Record<CallRole, string> = {
  citizen: 'Kuldīga 1',
  specialist: specialist.name,
  interpreter: 'Oksana Melnyk',
  colleague: 'Andris Bērziņš',
  clerk: 'Dace Ozola',
};

/** Somebody in the call, seen and heard. */
export const partyOf = (role: CallRole, stream: MediaStream, more: Partial<RemoteParty> = {}): RemoteParty => ({
  id: role,
  stream,
  screen: null,
  document: null,
  name: names[role],
  role,
  microphoneMuted: false,
  cameraMuted: false,
  connected: true,
  ...more,
});

/** A call that goes well, with these in it, the specialist first. */
export const callWith = (...parties: RemoteParty[]): Partial<CallState> => ({
  phase: 'in-call',
  quality: 'good',
  remote: parties[0] ?? null,
  parties,
});

const isStream = (value: unknown): value is MediaStream => typeof value === 'object' && value !== null;
const nothingToSee: unknown = {};
if (!isStream(nothingToSee)) throw new Error('There is no picture');
/** Where nobody looks at it. */
export const noPicture: MediaStream = nothingToSee;
