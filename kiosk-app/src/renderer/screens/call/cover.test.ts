import { type CallState, initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { noPicture, partyOf } from '../../testing/sample-parties.ts';
import { consultationOf } from '../../testing/samples.ts';
import { coverOf } from './cover.ts';

const accepted = consultationOf({ state: 'accepted' });
const live = consultationOf({ state: 'live', liveAt: instantFrom(0) });
const call = (more: Partial<CallState>): CallState => ({ ...initialCallState, ...more });
const specialist = partyOf('specialist', noPicture);

describe('over the pictures', () => {
  it('it says that somebody answered until the media is there', () => {
    expect(coverOf(accepted, call({ phase: 'ready' }))).toBe('answering');
    expect(coverOf(accepted, call({ phase: 'in-call', remote: specialist }))).toBeNull();
  });

  it('it says that the connection is mended once there was a call, also after a reload', () => {
    expect(coverOf(live, call({ phase: 'reconnecting' }))).toBe('mending');
    expect(coverOf(live, null)).toBe('mending');
  });

  it('it says when the specialist is away', () => {
    expect(coverOf(live, call({ phase: 'in-call', remote: { ...specialist, connected: false } }))).toBe('party');
    expect(coverOf(live, call({ phase: 'in-call' }))).toBe('party');
  });

  it('hold goes before everything', () => {
    expect(coverOf({ ...live, held: true }, call({ phase: 'reconnecting' }))).toBe('hold');
    expect(coverOf(live, call({ phase: 'in-call', remote: specialist, held: true }))).toBe('hold');
  });
});
