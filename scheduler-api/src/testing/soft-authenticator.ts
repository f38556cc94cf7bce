import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { z } from 'zod';

const NewOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
});
const SignInOptions = z.object({ challenge: z.string(), rpId: z.string() });

/** What a test makes untrue. */
type Lies = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  userVerified?: boolean;
  counter?: number;
  userHandle?: string;
  credentialId?: string;
};
type Held = { id: Buffer; privateKey: KeyObject; rpId: string; userHandle: string; counter: number };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Uint8Array) => Buffer.from(data).toString('base64url');
const flagsOf = (userVerified: boolean, hasKey: boolean) => 0x01 | (userVerified ? 0x04 : 0) | (hasKey ? 0x40 : 0);

/** A browser with a passkey in it, in software: it answers as real ones do, and wrongly where it is told to. */
export function createSoftAuthenticator(origin: string) {
  const held: Held[] = [];

  const clientData = (type: string, challenge: string, lies: Lies) =>
    JSON.stringify({ type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? origin, crossOrigin: false });
  const authenticatorData = (rpId: string, counter: number, lies: Lies, key?: Buffer) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counter ?? counter);
    const flags = flagsOf(lies.userVerified ?? true, key !== undefined);
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.from([flags]), count, key ?? Buffer.alloc(0)]);
  };

  return {
    /** Makes a passkey. @param options as the server asked */
    make(options: unknown, lies: Lies = {}): Record<string, unknown> {
      const { challenge, rp, user } = NewOptions.parse(options);
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = lies.credentialId ? Buffer.from(lies.credentialId, 'base64url') : randomBytes(16);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array<ArrayBuffer>>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const key = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, string>()],
          ['authData', new Uint8Array(authenticatorData(rp.id, 0, lies, key))],
        ]),
      );
      held.push({ id, privateKey, rpId: rp.id, userHandle: user.id, counter: 0 });
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, lies)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      };
    },

    /** Signs in with the passkey made last. @param options as the server asked */
    answer(options: unknown, lies: Lies = {}): Record<string, unknown> {
      const { challenge } = SignInOptions.parse(options);
      const passkey = held.at(-1);
      if (!passkey) throw new Error('There is no passkey yet');
      passkey.counter += 1;
      const client = clientData('webauthn.get', challenge, lies);
      const data = authenticatorData(passkey.rpId, passkey.counter, lies);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), passkey.privateKey);
      return {
        id: base64url(passkey.id),
        rawId: base64url(passkey.id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: lies.userHandle ?? passkey.userHandle,
        },
      };
    },
  };
}
