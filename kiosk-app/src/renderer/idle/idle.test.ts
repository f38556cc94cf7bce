import { describe, expect, it } from 'vitest';
import { idleAfter } from './idle.ts';

describe('idleAfter', () => {
  it('leaves people alone for a minute', () => {
    expect(idleAfter(59_999)).toEqual({ state: 'present' });
  });

  it('asks after a minute and counts twenty seconds down', () => {
    expect(idleAfter(60_000)).toEqual({ state: 'asked', secondsLeft: 20 });
    expect(idleAfter(79_001)).toEqual({ state: 'asked', secondsLeft: 1 });
  });

  it('then takes it that nobody is there', () => {
    expect(idleAfter(80_000)).toEqual({ state: 'gone' });
  });
});
