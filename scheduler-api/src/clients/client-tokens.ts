import { randomBytes, timingSafeEqual } from 'node:crypto';
import { ApiClientId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, epochMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import type { ClientPrincipal } from '../http/principal.ts';
import { createReadCache } from '../read-cache.ts';
import type { ClientsRepository } from './clients-repository.ts';

const tokenMs = 10 * 60_000;

type Known = {
  owner: ApiClientId;
  organisationId: OrganisationId;
  within: readonly OrganisationId[];
  expiresAt: Instant;
};

/** Tokens of other systems (OAuth 2.0, client credentials): random, short, only their fingerprint here. */
export function createClientTokens({
  repository,
  audit,
  clock,
  grants,
}: Pick<Context, 'audit' | 'clock' | 'grants'> & { repository: ClientsRepository }) {
  const cache = createReadCache<Known>(clock);

  const read = (token: string) =>
    cache.get(fingerprint(token), async () => {
      const found = await repository.findToken(fingerprint(token));
      if (!found) return undefined;
      const within = await grants.below(found.organisationId);
      return { ...found, owner: ApiClientId.parse(found.clientId), within };
    });

  /** Read at most so often as the cache says: a system that asks a thousand times a second costs a few readings. */
  async function find(token: string): Promise<Known | undefined> {
    const known = await read(token);
    return known && !isDue(known.expiresAt, clock.now()) ? known : undefined;
  }

  return {
    /** @throws ProblemError `wrong-credentials`, also for a system that may ask no more */
    async issue(
      clientId: ApiClientId,
      secret: string,
      from: { requestId: string; sourceIp: string },
    ): Promise<{ token: string; seconds: number }> {
      const known = await repository.findSecret(clientId);
      const isRight = timingSafeEqual(
        Buffer.from(fingerprint(secret)),
        Buffer.from(known?.secretHash ?? fingerprint('the secret of nobody')),
      );
      const result = known && isRight ? 'done' : 'refused';
      await audit.record({
        organisationId: known?.organisationId ?? null,
        actor: { kind: 'nobody', id: null },
        action: 'client.sign-in',
        subject: { kind: 'client', id: clientId },
        result,
        ...from,
      });
      if (result === 'refused') throw new ProblemError('wrong-credentials');
      const token = randomBytes(32).toString('base64url');
      const expiresAt = addMilliseconds(clock.now(), tokenMs);
      await repository.insertToken({ tokenHash: fingerprint(token), clientId, expiresAt });
      await repository.noteUse(clientId, clock.now());
      return { token, seconds: tokenMs / 1_000 };
    },

    async authenticate(token: string): Promise<ClientPrincipal | undefined> {
      const known = await find(token);
      if (!known) return undefined;
      const { owner: clientId, organisationId, within } = known;
      return { kind: 'client', clientId, organisationId, within };
    },

    /** Of tokens of systems of other organisations nothing is told. */
    async introspect(token: string, { within }: Pick<ClientPrincipal, 'within'>) {
      const known = await find(token);
      if (!known || !within.includes(known.organisationId)) return { active: false as const };
      return {
        active: true as const,
        client_id: known.owner,
        exp: Math.floor(epochMilliseconds(known.expiresAt) / 1_000),
        token_type: 'Bearer' as const,
      };
    },

    async endOf(clientId: ApiClientId): Promise<void> {
      await repository.endTokens(clientId);
      cache.forget(clientId);
    },

    forgetExpired: () => repository.deleteExpiredTokens(clock.now()),
  };
}
export type ClientTokens = ReturnType<typeof createClientTokens>;
