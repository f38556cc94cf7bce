import { initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { describe, expect, it } from 'vitest';
import { aView, inCall } from '../testing/builders.ts';
import { newsOf } from './news.ts';

const words = (...of: Parameters<typeof newsOf>) => newsOf(...of).map((news) => news.words);
const away = (who: Partial<Record<'citizen' | 'specialist' | 'node', true>>) =>
  aView({ consultation: { away: { citizen: false, specialist: false, node: false, ...who } } });

describe('what is said of the call', () => {
  it('is nothing while all is well', () => {
    expect(newsOf(inCall(), aView(), false)).toEqual([]);
  });

  it('is that the citizen is on hold, whoever is first to tell it', () => {
    expect(words(inCall({ held: true }), aView(), false)).toEqual(['call.held']);
    expect(words(inCall(), aView({ consultation: { held: true } }), false)).toEqual(['call.held']);
  });

  it('is what is being done while the own connection is mended, and nothing of the others’', () => {
    const reconnecting = inCall({ phase: 'reconnecting', recovery: { rung: 'resume', sinceMs: 0 } });
    expect(newsOf(reconnecting, away({ citizen: true }), false)).toEqual([
      { tone: 'warn', words: 'call.reconnecting', doing: 'call.reconnecting.doing' },
    ]);
    const moving = inCall({ phase: 'reconnecting', recovery: { rung: 'rejoin', sinceMs: 0 } });
    expect(newsOf(moving, aView(), false)[0]?.doing).toBe('call.other-node');
  });

  it('names who is away', () => {
    expect(words(inCall(), away({ citizen: true, specialist: true }), false)).toEqual([
      'call.citizen-away',
      'call.specialist-away',
    ]);
  });

  it('tells of a device that is gone or mute by itself', () => {
    const local = { ...initialCallState.local, camera: 'lost' as const, microphone: 'silent' as const };
    expect(words(inCall({ local }), aView(), false)).toEqual(['call.camera-lost', 'call.microphone-silent']);
  });

  it('is never more than two things', () => {
    const state = inCall({ held: true, quality: 'poor' });
    expect(words(state, away({ citizen: true, specialist: true }), true)).toEqual(['call.held', 'call.citizen-away']);
  });
});
