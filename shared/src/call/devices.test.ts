import { describe, expect, it } from 'vitest';
import { failureReason } from './devices.ts';

const named = (name: string) => Object.assign(new Error('refused'), { name });

describe('a camera that cannot be had', () => {
  it('is denied, missing or in use', () => {
    expect(failureReason(named('NotAllowedError'))).toBe('denied');
    expect(failureReason(named('NotFoundError'))).toBe('missing');
    expect(failureReason(named('OverconstrainedError'))).toBe('missing');
    expect(failureReason(named('NotReadableError'))).toBe('in-use');
  });

  it('has simply failed for any other reason', () => {
    expect(failureReason(named('constructor'))).toBe('failed');
    expect(failureReason('what?')).toBe('failed');
  });
});
