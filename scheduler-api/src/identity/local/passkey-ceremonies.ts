import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** Base64url, as the browser's passkey functions give bytes. @param most characters */
const Bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);
const CredentialId = Bytes(1368).min(1);
/** What a browser adds is not looked at. */
const Answer = z.object({ id: CredentialId, rawId: CredentialId, type: z.literal('public-key') });
const NewPasskeyAnswer = Answer.extend({
  response: z.object({
    clientDataJSON: Bytes(8192).min(1),
    attestationObject: Bytes(32_768).min(1),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
const SignInAnswer = Answer.extend({
  response: z.object({
    clientDataJSON: Bytes(8192).min(1),
    authenticatorData: Bytes(8192).min(1),
    signature: Bytes(8192).min(1),
    userHandle: Bytes(128).optional(),
  }),
});

export type StoredPasskey = {
  accountId: AccountId;
  credentialId: string;
  /** COSE, in base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
};

/** Whether it was we who asked with it, and nobody has answered yet: asking uses it up. */
export type TakeChallenge = (challenge: string) => Promise<boolean>;

/** Why a passkey's answer is refused: for the record, never for whoever sent it. */
export type Refusal = 'malformed-answer' | 'unknown-passkey' | 'passkey-not-proven' | 'passkey-copied';

// Of a key that nobody has: an answer of a passkey that we do not know is checked just as long.
const nobodysKey =
  'pQECAyYgASFYIK27eXh55RLvjbZ859yxk0WA7AUH8UJR5c7NbtEk-GDdIlggE2pUWyzKz-X0cG6NcmZ30oBFKe6JVjd19hWxzOFPzmw';

/** EdDSA, ES256 and RS256, which all browsers know. */
const supportedAlgorithmIDs = [-8, -7, -257];

const handleOf = (id: AccountId) => new TextEncoder().encode(id);

/**
 * What browser and passkey are asked, and whether what they answer is true.
 * @param site `name` is what the browser shows; `origin` where our pages are: passkeys are bound to its host name
 */
export function createPasskeyCeremonies({ origin, name }: { origin: string; name: string }) {
  const rpId = new URL(origin).hostname;

  return {
    askToMake: (owner: { id: AccountId; username: string; name: string }, known: readonly StoredPasskey[]) =>
      generateRegistrationOptions({
        rpID: rpId,
        rpName: name,
        userID: handleOf(owner.id),
        userName: owner.username,
        userDisplayName: owner.name,
        supportedAlgorithmIDs,
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      }),

    /** @returns undefined for an answer that is not one to what was asked */
    async readNew(
      answer: unknown,
      takeChallenge: TakeChallenge,
    ): Promise<Omit<StoredPasskey, 'accountId'> | undefined> {
      const parsed = NewPasskeyAnswer.safeParse(answer);
      if (!parsed.success) return undefined;
      const { transports = [], ...response } = parsed.data.response;
      const verified = await verifyRegistrationResponse({
        response: { ...parsed.data, response, clientExtensionResults: {} },
        expectedChallenge: takeChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs,
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      const { id, publicKey, counter } = verified.registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
    },

    /** For whom is not asked: the browser offers all passkeys that it has for this site. */
    askToSignIn: () => generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' }),

    /**
     * Whose answer it is. That the counter went back is told of an answer with a good signature only: the passkey's
     * owner and somebody with a copy of it are then two.
     * @param find the passkey with this id, if we know it
     */
    async read<Known extends StoredPasskey>(
      answer: unknown,
      takeChallenge: TakeChallenge,
      find: (credentialId: string) => Promise<Known | undefined>,
    ): Promise<{ passkey: Known; counter: number } | { refusal: Refusal; passkey?: Known }> {
      const parsed = SignInAnswer.safeParse(answer);
      if (!parsed.success) return { refusal: 'malformed-answer' };
      const { userHandle, ...response } = parsed.data.response;
      const passkey = await find(parsed.data.id);
      const publicKey = Buffer.from(passkey?.publicKey ?? nobodysKey, 'base64url');
      const verified = await verifyAuthenticationResponse({
        response: { ...parsed.data, response, clientExtensionResults: {} },
        expectedChallenge: takeChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        // Whether it went back is looked at below, when the signature is known to be good.
        credential: { id: parsed.data.id, publicKey, counter: 0 },
        requireUserVerification: true,
      }).catch(() => undefined);
      if (!passkey) return { refusal: 'unknown-passkey' };
      const ofAnother =
        userHandle !== undefined && userHandle !== Buffer.from(handleOf(passkey.accountId)).toString('base64url');
      if (!verified?.verified || ofAnother) return { refusal: 'passkey-not-proven', passkey };
      const counter = verified.authenticationInfo.newCounter;
      const counts = counter > 0 || passkey.counter > 0;
      if (counts && counter <= passkey.counter) return { refusal: 'passkey-copied', passkey };
      return { passkey, counter };
    },
  };
}
