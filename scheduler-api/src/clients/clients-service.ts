import { randomBytes } from 'node:crypto';
import type { ApiClient, PersonName } from '@remote-clerk/shared/contracts/http/clients.ts';
import { ApiClientId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import { fingerprint } from '../http/digest.ts';
import { isAllowedHost } from '../outbound/allowed-address.ts';
import { seal } from '../seal.ts';
import type { ClientTokens } from './client-tokens.ts';
import type { ClientsRepository } from './clients-repository.ts';

/** What a system's owner writes down: it is told once. `pushSecret` is as Standard Webhooks writes it. */
export type NewSecrets = { client: ApiClient; clientSecret: string; pushSecret: string | null };

/** Other systems that may ask what rights an organisation's people have. */
export function createClientsService({
  clock,
  ids,
  config,
  grants,
  repository,
  tokens,
}: Pick<Context, 'clock' | 'ids' | 'config' | 'grants'> & { repository: ClientsRepository; tokens: ClientTokens }) {
  /** @throws ProblemError `not-found` */
  async function get(scope: OrganisationScope, id: ApiClientId): Promise<ApiClient> {
    const found = await repository.find(scope, id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  function makeSecrets(id: ApiClientId, pushUrl: string | null) {
    const clientSecret = randomBytes(32).toString('base64url');
    const pushKey = pushUrl === null ? null : randomBytes(32).toString('base64');
    return {
      shown: { clientSecret, pushSecret: pushKey && `whsec_${pushKey}` },
      kept: { secretHash: fingerprint(clientSecret), pushSecret: pushKey && seal(pushKey, config.signIn.key, id) },
    };
  }

  /** An address that only this server can reach is none. */
  function checkPushUrl(pushUrl: string | null): void {
    if (pushUrl === null) return;
    const url = new URL(pushUrl);
    if (config.https && url.protocol !== 'https:') throw new ProblemError('address-not-allowed');
    if (!isAllowedHost(url, config.signIn.allowedNetworks)) throw new ProblemError('address-not-allowed');
  }

  return {
    list: repository.list,

    /** @throws ProblemError `address-not-allowed` */
    async create(scope: OrganisationScope, wish: { name: string; pushUrl: string | null }): Promise<NewSecrets> {
      checkPushUrl(wish.pushUrl);
      const id = ApiClientId.parse(ids.uuid());
      const { shown, kept } = makeSecrets(id, wish.pushUrl);
      const { organisationId } = scope;
      await repository.insert({ ...wish, ...kept, id, organisationId, createdAt: clock.now() });
      return { client: await get(scope, id), ...shown };
    },

    async renewSecret(scope: OrganisationScope, id: ApiClientId): Promise<NewSecrets> {
      const { pushUrl } = await get(scope, id);
      const { shown, kept } = makeSecrets(id, pushUrl);
      await repository.setSecrets(id, kept);
      await tokens.endOf(id);
      return { client: await get(scope, id), ...shown };
    },

    async disable(scope: OrganisationScope, id: ApiClientId): Promise<ApiClient> {
      await get(scope, id);
      await repository.disable(id, clock.now());
      await tokens.endOf(id);
      return get(scope, id);
    },

    /** @throws ProblemError `not-found`, also for somebody of another organisation */
    async queryRights(scope: OrganisationScope, name: z.output<typeof PersonName>) {
      const person = await repository.findPerson(scope, name);
      if (!person) throw new ProblemError('not-found');
      return { person, rights: await grants.heldBy(scope, person.id) };
    },
  };
}
export type ClientsService = ReturnType<typeof createClientsService>;
