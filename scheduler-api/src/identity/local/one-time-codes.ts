import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands; others are not understood by all. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps by which the clock of somebody's telephone may differ, either way. */
const window = 1;

/** A secret of 160 bits, in base32 as people type it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const secretUri = (secret: string, names: { issuer: string; label: string }): string =>
  new TOTP({ ...form, ...names, secret: Secret.fromBase32(secret) }).toString();

/**
 * Which step of 30 seconds a code is of.
 * @returns undefined for a code that is wrong, of another time, or of a step that was used already: who has looked over
 *   somebody's shoulder can do nothing with it
 */
export function stepOf(secret: string, code: string, now: Instant, lastUsedStep: number | null): number | undefined {
  const timestamp = epochMilliseconds(now);
  const key = Secret.fromBase32(secret);
  const delta = TOTP.validate({ ...form, token: code, secret: key, timestamp, window });
  if (delta === null) return undefined;
  const step = TOTP.counter({ ...form, timestamp }) + delta;
  return lastUsedStep !== null && step <= lastUsedStep ? undefined : step;
}
