import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { newSecret, secretUri, stepOf } from './one-time-codes.ts';

/** RFC 6238, appendix B, for SHA-1: the secret is '12345678901234567890', the codes' last six digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const published = [
  ['1970-01-01T00:00:59.000Z', '287082', 1],
  ['2005-03-18T01:58:29.000Z', '081804', 37_037_036],
  ['2005-03-18T01:58:31.000Z', '050471', 37_037_037],
  ['2009-02-13T23:31:30.000Z', '005924', 41_152_263],
  ['2033-05-18T03:33:20.000Z', '279037', 66_666_666],
] as const;
const at = Instant.parse('2009-02-13T23:31:30.000Z');
const code = '005924';

describe('a one-time code', () => {
  it.each(published)('is as published: at %s it is %s', (time, expected, step) => {
    expect(stepOf(secret, expected, Instant.parse(time), null)).toBe(step);
  });

  it('is good one step before and after its own, not two', () => {
    const seen = [-60, -30, 0, 30, 60].map((late) => stepOf(secret, code, addMilliseconds(at, late * 1000), null));
    expect(seen).toEqual([undefined, 41_152_263, 41_152_263, 41_152_263, undefined]);
  });

  it('is good once, and none of an earlier step after it', () => {
    expect(stepOf(secret, code, at, 41_152_262)).toBe(41_152_263);
    expect(stepOf(secret, code, at, 41_152_263)).toBeUndefined();
    expect(stepOf(secret, code, at, 41_152_264)).toBeUndefined();
  });

  it('that is another one is not', () => {
    expect(stepOf(secret, '005925', at, null)).toBeUndefined();
  });
});

it('a secret is 160 random bits, and the app is told all that it needs', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(secretUri(secret, { issuer: 'Klātiene', label: 'anna' })).toBe(
    `otpauth://totp/Kl%C4%81tiene:anna?issuer=Kl%C4%81tiene&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});
