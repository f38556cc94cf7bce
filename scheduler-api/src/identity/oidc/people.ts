import { NameText } from '@remote-clerk/shared/contracts/localized.ts';
import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { createIdentitiesRepository } from './identities-repository.ts';
import type { Proven } from './provider-client.ts';
import { SignInRefused } from './provider-failure.ts';
import type { StoredProvider } from './providers-repository.ts';

const Text = z.string().trim().min(1).max(200);
const Username = Text.toLowerCase();
const Email = z.email().max(200).toLowerCase();
const Groups = z.union([z.array(z.string()), z.string().transform((group) => [group])]);

/** What a provider says of somebody, as far as it is understood. */
export function describe({ claims }: Proven, { claims: names }: Pick<StoredProvider, 'claims'>) {
  const read = <T>(schema: z.ZodType<T>, name: string | null) =>
    name === null ? undefined : schema.safeParse(claims[name]).data;
  return {
    username: read(Username, names.username),
    email: claims.email_verified === true ? read(Email, names.email) : undefined,
    name: read(NameText, names.name),
    groups: read(Groups, names.groups) ?? [],
  };
}

/** Whose account it is that a provider has let in. */
export function createPeople({ db, clock, ids }: Pick<Context, 'db' | 'clock' | 'ids'>) {
  const repository = createIdentitiesRepository(db);

  /** By e-mail address, else by username: among the provider's own organisation's, and only where it is one. */
  async function findUnclaimed(provider: StoredProvider, { email, username }: ReturnType<typeof describe>) {
    for (const by of [email && { email }, username && { username }]) {
      if (!by) continue;
      const found = await repository.findUnclaimed(provider.organisationId, provider.id, by);
      if (found.length > 1) throw new SignInRefused('several-accounts');
      if (found[0]) return found[0];
    }
    return undefined;
  }

  /** A name that is theirs alone in the whole installation: the one they have there, if nobody has it here. */
  async function freeUsername({ domains: [domain] }: StoredProvider, accountId: AccountId, wanted: string | undefined) {
    const full = wanted && (wanted.includes('@') || !domain ? wanted : `${wanted}@${domain}`);
    return full && !(await repository.isUsernameTaken(full)) ? full : `person-${accountId}`;
  }

  return {
    /**
     * The account of somebody who was here before; the first time one that nobody of this provider has, or a new one.
     * To be called in a transaction.
     * @throws SignInRefused
     */
    async findOrCreate(provider: StoredProvider, proven: Proven): Promise<AccountId> {
      const { id: providerId, organisationId } = provider;
      const identity = { providerId, subject: proven.subject };
      const person = describe(proven, provider);
      const known = await repository.findAccount(identity);
      const found = known ?? (await findUnclaimed(provider, person));
      if (found?.disabled) throw new SignInRefused('account-disabled');
      if (known) return known.id;
      if (!found && !provider.createsAccounts) throw new SignInRefused('not-registered');
      const createdAt = clock.now();
      const accountId = found?.id ?? AccountId.parse(ids.uuid());
      if (!found) {
        const username = await freeUsername(provider, accountId, person.username ?? person.email);
        const name = person.name ?? username;
        await repository.insertAccount({
          id: accountId,
          organisationId,
          username,
          name,
          email: person.email ?? null,
          createdAt,
        });
      }
      await repository.insert({ ...identity, organisationId, accountId, createdAt });
      return accountId;
    },
  };
}
