import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { TOTP } from 'otpauth';
import { z } from 'zod';
import { createSoftAuthenticator } from './soft-authenticator.ts';
import type { TestClient } from './test-client.ts';
import { testOrigin } from './test-config.ts';

const secondMs = 1_000;

/** What an authenticator app shows. @param later seconds from now */
export function codeOf(uri: string, now: Instant, later = 0): string {
  const secret = z.string().parse(new URL(uri).searchParams.get('secret'));
  return new TOTP({ secret }).generate({ timestamp: epochMilliseconds(now) + later * secondMs });
}

/** Sets up one-time codes for whoever is signed in. @returns what the app was told */
export async function setUpCodes(client: TestClient, now: () => Instant): Promise<string> {
  const { uri } = await client.call(signInRoutes.beginOneTimeCodes, { body: {} });
  await client.call(signInRoutes.confirmOneTimeCodes, { body: { code: codeOf(uri, now()) } });
  return uri;
}

/** Makes a passkey for whoever is signed in. @returns the authenticator that holds it */
export async function setUpPasskey(client: TestClient, name = 'Mans tālrunis') {
  const authenticator = createSoftAuthenticator(testOrigin);
  const { options } = await client.call(signInRoutes.beginPasskey, { body: {} });
  const { passkeys } = await client.call(signInRoutes.addPasskey, {
    body: { name, answer: authenticator.make(options) },
  });
  return { authenticator, passkeyId: z.string().parse(passkeys.at(-1)?.id) };
}
