import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { seal, unseal } from '../../seal.ts';
import type { Person } from '../account-repository.ts';
import type { CredentialsRepository } from './credentials-repository.ts';
import { newSecret, secretUri, stepOf } from './one-time-codes.ts';
import { siteName } from './site-name.ts';

type Needs = Pick<Context, 'clock' | 'config'> & { credentials: CredentialsRepository };

export type OneTimeCodes = ReturnType<typeof createOneTimeCodes>;

/** One-time codes of authenticator apps: setting them up, and whether one is good. */
export function createOneTimeCodes({ clock, config, credentials }: Needs) {
  const { key } = config.signIn;

  return {
    /** A new secret, which counts only when its first code was given. One that is in use goes on until then. */
    async begin({ id, username, organisation }: Person): Promise<{ secret: string; uri: string }> {
      const secret = newSecret();
      const owner = { accountId: id, organisationId: organisation.id };
      await credentials.setNextSecret(owner, seal(secret, key, id), clock.now());
      return { secret, uri: secretUri(secret, { issuer: siteName, label: username }) };
    },

    /** @returns whether the code is of the new secret, which is then in use */
    async confirm(accountId: AccountId, code: string): Promise<boolean> {
      const { nextSecret } = await credentials.find(accountId);
      if (nextSecret === null) return false;
      const step = stepOf(unseal(nextSecret, key, accountId), code, clock.now(), null);
      return step !== undefined && credentials.confirmNextSecret(accountId, nextSecret, step, clock.now());
    },

    /** @returns whether the code is good now; it never is again */
    async use(accountId: AccountId, code: string): Promise<boolean> {
      const { secret, lastStep } = await credentials.find(accountId);
      if (secret === null) return false;
      const step = stepOf(unseal(secret, key, accountId), code, clock.now(), lastStep);
      return step !== undefined && credentials.useStep(accountId, step);
    },
  };
}
