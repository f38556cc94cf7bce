import { describe, expect, it, vi } from 'vitest';
import type { RemoteParty } from './call-state.ts';
import { type CallNow, presentCall } from './present-call.ts';

// A stream is only handed on here, and asked what is in it.
vi.stubGlobal(
  'MediaStream',
  class {
    getTracks = () => [{ kind: 'audio' }, { kind: 'video' }];
  },
);
const aStream = () => new MediaStream();

const aParty = (more: Partial<RemoteParty> = {}): RemoteParty => ({
  id: 'b',
  name: 'Ilze Bērziņa',
  role: 'specialist',
  stream: aStream(),
  screen: null,
  document: null,
  microphoneMuted: false,
  cameraMuted: false,
  connected: true,
  ...more,
});
const ilze = aParty();
const aCall = (more: Partial<CallNow> = {}): CallNow => ({
  facts: { signaling: 'open', media: 'flowing', node: 'some' },
  room: { started: true, parties: [ilze], hasMain: true },
  direct: null,
  ownRole: 'citizen',
  wasInCall: true,
  lastParties: [ilze],
  ...more,
});

describe('a call as it is shown', () => {
  it('is entered, is ready, and goes on', () => {
    const before = { wasInCall: false, lastParties: [] };
    expect(
      presentCall(aCall({ ...before, facts: { signaling: 'gone', media: 'idle', node: 'some' }, room: null })).phase,
    ).toBe('entering');
    expect(presentCall(aCall({ ...before, room: { started: false, parties: [], hasMain: false } })).phase).toBe(
      'ready',
    );
    expect(presentCall(aCall())).toMatchObject({ phase: 'in-call', path: 'node', remote: ilze });
  });

  it('goes on while only the signalling is away: nobody need know', () => {
    expect(presentCall(aCall({ facts: { signaling: 'lost', media: 'flowing', node: 'some' } })).phase).toBe('in-call');
  });

  it('keeps who was there on the screen while it is brought back', () => {
    const gone = aCall({ facts: { signaling: 'gone', media: 'idle', node: 'some' }, room: null });
    expect(presentCall(gone)).toMatchObject({
      phase: 'reconnecting',
      remote: { name: 'Ilze Bērziņa', connected: false },
    });
  });

  it('says that it is being brought back when the picture stands still', () => {
    expect(presentCall(aCall({ facts: { signaling: 'open', media: 'stalled', node: 'some' } })).phase).toBe(
      'reconnecting',
    );
  });

  it('goes on directly while there is no node, with the same person', () => {
    const direct = { connected: true, stream: aStream() };
    const call = aCall({ facts: { signaling: 'gone', media: 'idle', node: 'none' }, direct });
    expect(presentCall(call)).toMatchObject({
      phase: 'in-call',
      path: 'direct',
      remote: { name: 'Ilze Bērziņa', role: 'specialist', stream: direct.stream, connected: true, cameraMuted: false },
    });
  });

  it('is back with the node as soon as media flows through it', () => {
    expect(presentCall(aCall({ direct: { connected: true, stream: aStream() } })).path).toBe('node');
  });
});
