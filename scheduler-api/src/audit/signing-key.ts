import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { type ChainHead, headText, type Link, linkText } from '@remote-clerk/shared/domain/audit-chain.ts';
import { z } from 'zod';
import type { SigningKey } from '../config/secrets.ts';

/** The public half of a key, as others get it (RFC 8037). */
export const PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().min(1),
});
export type PublicKey = z.output<typeof PublicKey>;

/** Keys that heads may be signed with, by their names: the one of now, and those before it. */
export type KnownKeys = ReadonlyMap<string, KeyObject>;

export const publicPart = ({ kty, crv, x, kid }: PublicKey): PublicKey => ({ kty, crv, x, kid });

export const knownKeys = (keys: readonly PublicKey[]): KnownKeys =>
  new Map(keys.map(({ kty, crv, x, kid }) => [kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })]));

/** Signs what leaves the record or stands for all that is in it. */
export function createSigner({ kty, crv, x, d, kid }: SigningKey) {
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
  const signText = (text: string): string => sign(null, Buffer.from(text), key).toString('base64url');
  return {
    keyId: kid,
    publicKey: publicPart({ kty, crv, x, kid }),
    signText,
    signHead: (head: ChainHead): string => signText(headText(head)),
  };
}
export type Signer = ReturnType<typeof createSigner>;

export const isSigned = (key: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));

/** @param previous of the link before it @returns hexadecimal */
export const hashOf = (previous: string, link: Link): string => hash('sha256', linkText(previous, link), 'hex');
