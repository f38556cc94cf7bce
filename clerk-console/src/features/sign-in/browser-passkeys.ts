import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { z } from 'zod';
import { PasskeyError, type Passkeys } from './passkeys.ts';

const hasChallenge = (value: unknown) => typeof value === 'object' && value !== null && 'challenge' in value;
const RequestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>(hasChallenge);
const CreationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(hasChallenge);

const refusal = (cause: unknown) =>
  new PasskeyError(cause instanceof Error && cause.name === 'InvalidStateError' ? 'known-already' : 'not-given', cause);

/** WebAuthn of this browser. */
export const browserPasskeys: Passkeys = {
  isSupported: browserSupportsWebAuthn,
  offersInFields: browserSupportsWebAuthnAutofill,
  ask: async (options, how) => {
    try {
      const optionsJSON = RequestOptions.parse(options);
      return { ...(await startAuthentication({ optionsJSON, useBrowserAutofill: how === 'in-field' })) };
    } catch (cause) {
      throw refusal(cause);
    }
  },
  make: async (options) => {
    try {
      return { ...(await startRegistration({ optionsJSON: CreationOptions.parse(options) })) };
    } catch (cause) {
      throw refusal(cause);
    }
  },
  stop: () => WebAuthnAbortService.cancelCeremony(),
};
