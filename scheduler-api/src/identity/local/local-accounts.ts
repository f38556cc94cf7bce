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
import { createSecondFactorReset, type TellReset } from './second-factor-reset.ts';
import { createSecondStep } from './second-step.ts';

type Parts = Context & { limiter: SignInLimiter; beginSession: BeginSession; tellReset: TellReset };

/** Passwords, one-time codes and passkeys that are kept here. */
export function createLocalAccounts(parts: Parts) {
  const { db } = parts;
  const credentials = createCredentialsRepository(db);
  const codes = createOneTimeCodes({ ...parts, credentials });
  const repository = createPasskeysRepository(db);
  const passkeys = createPasskeys({ ...parts, repository });
  const pending = createPendingSignInsRepository(db);
  const common = { ...parts, credentials, codes, passkeys };
  const secondStep = createSecondStep({ ...common, pending, limiter: createSignInLimiter(parts, 'codes') });

  return {
    passkeys,
    secondStep,
    passkeySignIn: createPasskeySignIn(common),
    security: createAccountSecurity(common),
    resetSecondFactor: createSecondFactorReset({ ...common, passkeys: repository, pending }),
    async forgetOld(): Promise<void> {
      await secondStep.forgetOld();
      await passkeys.forgetOld();
    },
  };
}
