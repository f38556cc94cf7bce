import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { Writing } from './writing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function written() {
  const told: string[] = [];
  const writing = new Writing({
    tell: (text) => told.push(text),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  return { writing, told };
}
const draftOf = (name: string, text: string) =>
  IncomingSignal.parse({
    consultationId: idOf(41),
    from: { role: 'specialist', id: idOf(33), name },
    signal: { kind: 'draft', text },
  });

describe('real-time text', () => {
  it('tells the first letter at once, and then the latest words every 300 ms at most', () => {
    const { writing, told } = written();
    for (const text of ['L', 'La', 'Lab', 'Labd']) writing.write(text);
    expect(told).toEqual(['L']);
    vi.advanceTimersByTime(299);
    expect(told).toEqual(['L']);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['L', 'Labd']);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(['L', 'Labd']);
  });

  it('tells that it was sent or thrown away', () => {
    const { writing, told } = written();
    writing.write('Labdien');
    writing.write('');
    vi.advanceTimersByTime(300);
    expect(told).toEqual(['Labdien', '']);
  });

  it('shows what another writes until it is sent, or nothing came for a minute', () => {
    const { writing } = written();
    writing.receive(draftOf('Ilze', 'Labd'));
    writing.receive(draftOf('Ilze', 'Labdien'));
    expect(writing.getSnapshot().others).toEqual([{ id: idOf(33), name: 'Ilze', text: 'Labdien' }]);
    writing.receive(draftOf('Ilze', ''));
    expect(writing.getSnapshot().others).toEqual([]);
    writing.receive(draftOf('Ilze', 'Vai'));
    vi.advanceTimersByTime(60_000);
    expect(writing.getSnapshot().others).toEqual([]);
  });

  it('leaves nothing for the next citizen, nor tells them of it', () => {
    const { writing, told } = written();
    writing.write('Mans');
    writing.write('Mans kods');
    writing.receive(draftOf('Ilze', 'Labdien'));
    writing.forget();
    vi.advanceTimersByTime(10_000);
    expect(writing.getSnapshot()).toEqual({ own: '', others: [] });
    expect(told).toEqual(['Mans']);
  });
});
