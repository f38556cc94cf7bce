import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Settings } from '../settings/settings.ts';

/** 4 to 12 digits: it is typed on a touch screen while a citizen may be looking. */
export const staffPin = z.string().regex(/^\d{4,12}$/, 'must be 4 to 12 digits');

type PinHash = NonNullable<Settings['exitPin']>;

// Slow on purpose (OWASP's first choice for scrypt): so few digits fall quickly to anyone who has the file.
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };
const HASH_BYTES = 32;

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash)));
  });

export const hashPin = async (pin: string): Promise<PinHash> => {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await derive(pin, salt)).toString('base64') };
};

export const isPinRight = async (pin: string, stored: PinHash): Promise<boolean> => {
  const hash = Buffer.from(stored.hash, 'base64');
  const given = await derive(pin, Buffer.from(stored.salt, 'base64'));
  return hash.length === given.length && timingSafeEqual(hash, given);
};
