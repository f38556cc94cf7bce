import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import { type CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid } from '../../testing/builders.ts';
import { InPassing } from './in-passing.ts';

const citizen = { role: 'citizen', id: uuid(1), name: 'Kuldīgas KAC' } as const;
const interpreter = { role: 'interpreter', id: uuid(2), name: 'Oksana Kovalenko' } as const;

function setUp(send: CallSignals['send'] = async () => {}) {
  const sent: CallSignal[] = [];
  let hear: (incoming: IncomingSignal) => void = () => {};
  const passing = new InPassing({
    send: (signal) => {
      sent.push(signal);
      return send(signal);
    },
    subscribe: (listener) => {
      hear = listener;
      return () => {};
    },
  });
  const says = (from: IncomingSignal['from'], signal: CallSignal) =>
    hear(IncomingSignal.parse({ consultationId: uuid(600), from, signal }));
  return { passing, sent, says, state: () => passing.state.getSnapshot() };
}

/** The request that was sent last. */
function requestOf(sent: readonly CallSignal[]): string {
  const last = sent.at(-1);
  if (!last || !('request' in last)) throw new Error('Nothing was asked');
  return last.request;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is written this moment', () => {
  it('is shown as it grows, one draft for each who writes', () => {
    const { says, state } = setUp();
    says(citizen, { kind: 'draft', text: 'Lab' });
    says(interpreter, { kind: 'draft', text: 'Так' });
    says(citizen, { kind: 'draft', text: 'Labdien' });
    expect(state().drafts.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Oksana Kovalenko: Так',
      'Kuldīgas KAC: Labdien',
    ]);
  });

  it('goes when it was sent, and when nothing more was heard of it', () => {
    const { says, state } = setUp();
    says(citizen, { kind: 'draft', text: 'Labdien' });
    says(citizen, { kind: 'draft', text: '' });
    expect(state().drafts).toEqual([]);
    says(citizen, { kind: 'draft', text: 'Vai' });
    vi.advanceTimersByTime(20_000);
    expect(state().drafts).toEqual([]);
  });
});

describe('a hand', () => {
  it('stays raised until it is taken down', () => {
    const { says, state } = setUp();
    says(interpreter, { kind: 'hand', raised: true });
    says(interpreter, { kind: 'hand', raised: true });
    expect(state().hands).toEqual([interpreter]);
    says(interpreter, { kind: 'hand', raised: false });
    expect(state().hands).toEqual([]);
  });
});

describe('captions', () => {
  it('show the latest of each who speaks, for a while', () => {
    const { says, state } = setUp();
    says(citizen, { kind: 'caption', id: uuid(9), text: 'Es gribētu', final: false });
    says(citizen, { kind: 'caption', id: uuid(9), text: 'Es gribētu pieteikties.', final: true });
    expect(state().captions.map(({ text }) => text)).toEqual(['Es gribētu pieteikties.']);
    vi.advanceTimersByTime(6_000);
    expect(state().captions).toEqual([]);
  });
});

describe('what is asked of the kiosk', () => {
  const volume = { what: 'volume', value: 0.5 } as const;

  it('waits for the citizen, and says what they answered', () => {
    const { passing, sent, says, state } = setUp();
    passing.askControl(volume);
    expect(state().control).toMatchObject({ wish: volume, state: 'waiting' });
    says(citizen, { kind: 'control.answer', request: requestOf(sent), allowed: true });
    expect(state().control?.state).toBe('allowed');
  });

  it('is answered by nobody but the citizen', () => {
    const { passing, sent, says, state } = setUp();
    passing.askControl(volume);
    says(interpreter, { kind: 'control.answer', request: requestOf(sent), allowed: true });
    expect(state().control?.state).toBe('waiting');
  });

  it('counts for what was asked last', () => {
    const { passing, sent, says, state } = setUp();
    passing.askControl(volume);
    const first = requestOf(sent);
    passing.askControl({ what: 'next-camera' });
    says(citizen, { kind: 'control.answer', request: first, allowed: false });
    expect(state().control).toMatchObject({ wish: { what: 'next-camera' }, state: 'waiting' });
  });

  it('says that nobody answered, and does not change its mind afterwards', () => {
    const { passing, sent, says, state } = setUp();
    passing.askDocument('picture');
    vi.advanceTimersByTime(30_000);
    expect(state().document?.state).toBe('unanswered');
    says(citizen, { kind: 'document.answer', request: requestOf(sent), done: true });
    expect(state().document?.state).toBe('unanswered');
  });

  it('says that it did not get there', async () => {
    const { passing, state } = setUp(() => Promise.reject(new ProblemError('unavailable')));
    passing.askDocument('start');
    await vi.advanceTimersByTimeAsync(0);
    expect(state().document?.state).toBe('unsent');
  });
});
