import { readFileSync } from 'node:fs';
import { z } from 'zod';

const FileText = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    context.addIssue(`cannot read ${path} (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`);
    return z.NEVER;
  }
});

/** A file with a shared secret of at least 32 characters. */
export const NodeSecret = FileText.pipe(z.string().min(32, 'the file must hold at least 32 characters'));

/** A file with a password that another server has given. */
export const Password = FileText.pipe(z.string().min(1, 'the file must not be empty'));

/** A file with 32 random bytes in base64url. */
export const EncryptionKey = FileText.transform((text) => Buffer.from(text, 'base64url')).refine(
  (key) => key.length === 32,
  'the file must hold 32 bytes in base64url',
);

/** Keys by their names, the one that is used now first; the others open what was closed with them. */
export type KeyRing = readonly [Key, ...Key[]];
export type Key = { id: string; key: Buffer };

/** A file with a line for each key: its name, a colon, and 32 random bytes in base64url. */
export const EncryptionKeys = FileText.transform((text, context): KeyRing => {
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, id = '', encoded = ''] = /^([\w.-]{1,50}):([\w-]{43})$/.exec(line) ?? [];
      return { id, key: Buffer.from(encoded, 'base64url') };
    });
  const [current, ...older] = keys;
  const isWhole = keys.every(({ id, key }) => id !== '' && key.length === 32);
  if (current && isWhole && new Set(keys.map(({ id }) => id)).size === keys.length) return [current, ...older];
  context.addIssue('the file must hold lines of NAME:KEY, each key 32 bytes in base64url, no name twice');
  return z.NEVER;
});

export const Ed25519PrivateKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
  kid: z.string().min(1),
});

/** A file with an Ed25519 private key as a JWK with a `kid`, for call tickets or for the record. */
export const SigningKey = FileText.transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('the file must hold a JSON Web Key');
    return z.NEVER;
  }
}).pipe(Ed25519PrivateKey);
export type SigningKey = z.output<typeof Ed25519PrivateKey>;
