import { type AccountId, PasskeyId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../../context.ts';
import { isDuplicate } from '../../db/retry.ts';
import { fingerprint } from '../../http/digest.ts';
import type { Person } from '../account-repository.ts';
import { createChallengesRepository } from './challenges-repository.ts';
import { createPasskeyCeremonies, type Refusal } from './passkey-ceremonies.ts';
import type { PasskeysRepository } from './passkeys-repository.ts';
import { siteName } from './site-name.ts';

/** How long somebody may look for their telephone. */
const challengeMs = 5 * 60_000;

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'config'> & { repository: PasskeysRepository };

export type Passkeys = ReturnType<typeof createPasskeys>;

/** Passkeys: made by people who are signed in, and signed in with. A challenge is good once. */
export function createPasskeys({ db, clock, ids, config, repository }: Needs) {
  const challenges = createChallengesRepository(db);
  const ceremonies = createPasskeyCeremonies({ origin: config.publicOrigin, name: siteName });

  const keep = (challenge: string, owner?: Person) =>
    challenges.insert(
      fingerprint(challenge),
      owner && { accountId: owner.id, organisationId: owner.organisation.id },
      addMilliseconds(clock.now(), challengeMs),
    );
  const taker = (accountId: AccountId | null) => (challenge: string) =>
    challenges.take(fingerprint(challenge), accountId, clock.now());

  return {
    list: repository.list,

    async askToMake(owner: Person) {
      const options = await ceremonies.askToMake(owner, await repository.list(owner.id));
      await keep(options.challenge, owner);
      return options;
    },

    /** @returns undefined for an answer that is not true, or of a passkey that is here already */
    async add(owner: Person, name: string, answer: unknown): Promise<PasskeyId | undefined> {
      const made = await ceremonies.readNew(answer, taker(owner.id));
      if (!made) return undefined;
      const id = PasskeyId.parse(ids.uuid());
      const passkey = { ...made, id, accountId: owner.id, name, createdAt: clock.now() };
      try {
        await db.transaction(() => repository.insert({ ...passkey, organisationId: owner.organisation.id }));
      } catch (error) {
        if (isDuplicate(error)) return undefined;
        throw error;
      }
      return id;
    },

    remove: repository.remove,

    async askToSignIn() {
      const options = await ceremonies.askToSignIn();
      await keep(options.challenge);
      return options;
    },

    /** Whose passkey answered; its use is counted. */
    async use(answer: unknown): Promise<{ accountId: AccountId } | { refusal: Refusal; accountId?: AccountId }> {
      const read = await ceremonies.read(answer, taker(null), repository.findByCredential);
      const accountId = read.passkey?.accountId;
      if ('refusal' in read) return { refusal: read.refusal, ...(accountId && { accountId }) };
      const counted = await repository.noteUse(read.passkey, read.counter, clock.now());
      return counted
        ? { accountId: read.passkey.accountId }
        : { refusal: 'passkey-copied', accountId: read.passkey.accountId };
    },

    forgetOld: () => challenges.deleteExpired(clock.now()),
  };
}
