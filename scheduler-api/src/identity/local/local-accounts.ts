import type { Context } from '../../context.ts';
import type { BeginSession } from '../begin-session.ts';
import { createSignInLimiter, type SignInLimiter } from '../sign-in-limiter.ts';
import { createAccountSecurity } from './account-security.ts';
import { createCredentialsRepository } from './credentials-repository.ts';
import { createOneTimeCodes } from './one-time-code-service.ts';
import { createPasskeySignIn } from './passkey-sign-in.ts';
import { createPasskeysRepository } from './passkeys-repository.ts';
import { createPasskeys } from './passkeys-service.ts';
import { createPendingSignInsRepository } from './pending-sign-ins-repository.ts';
import { createSecondStep } from './second-step.ts';

/** Passwords, one-time codes and passkeys that are kept here. */
export function createLocalAccounts(parts: Context & { limiter: SignInLimiter; beginSession: BeginSession }) {
  const { db } = parts;
  const credentials = createCredentialsRepository(db);
  const codes = createOneTimeCodes({ ...parts, credentials });
  const passkeys = createPasskeys({ ...parts, repository: createPasskeysRepository(db) });
  const common = { ...parts, credentials, codes, passkeys };
  const secondStep = createSecondStep({
    ...common,
    pending: createPendingSignInsRepository(db),
    limiter: createSignInLimiter(parts, 'codes'),
  });

  return {
    passkeys,
    secondStep,
    passkeySignIn: createPasskeySignIn(common),
    security: createAccountSecurity(common),
    async forgetOld(): Promise<void> {
      await secondStep.forgetOld();
      await passkeys.forgetOld();
    },
  };
}
