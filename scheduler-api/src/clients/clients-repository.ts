import { ApiClient, type PersonName, PushProblem } from '@remote-clerk/shared/contracts/http/clients.ts';
import { AccountId, type ApiClientId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Count = z.coerce.number();
const Row = z
  .object({
    id: z.string(),
    organisation_id: z.string(),
    name: z.string(),
    push_url: z.string().nullable(),
    push_problem: PushProblem.nullable(),
    last_used_at: z.string().nullable(),
    disabled_at: z.string().nullable(),
    waiting: Count,
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    pushUrl: row.push_url,
    pushProblem: row.push_problem,
    waitingPushes: row.waiting,
    lastUsedAt: row.last_used_at,
    disabled: row.disabled_at !== null,
  }))
  .pipe(ApiClient);

const Secret = z
  .object({ organisation_id: OrganisationId, secret_hash: z.string() })
  .transform((row) => ({ organisationId: row.organisation_id, secretHash: row.secret_hash }));
const Token = z
  .object({ client_id: z.string(), organisation_id: OrganisationId, expires_at: Instant })
  .transform((row) => ({ clientId: row.client_id, organisationId: row.organisation_id, expiresAt: row.expires_at }));

type Secrets = { secretHash: string; pushSecret: string | null };

const ClientPerson = z.object({ id: AccountId, username: z.string(), name: z.string() });
type ClientPerson = z.output<typeof ClientPerson>;

/** Rows of `api_clients` and their tokens. */
export function createClientsRepository(db: Database) {
  const clients = () =>
    db
      .connection('api_clients as c')
      .select('c.*')
      .select(db.connection('client_pushes').count('*').whereRaw('client_id = c.id').as('waiting'));

  return {
    async list(scope: Scope): Promise<ApiClient[]> {
      return z.array(Row).parse(await scoped(clients(), scope, 'c.organisation_id').orderBy('c.name'));
    },
    async find(scope: Scope, id: ApiClientId): Promise<ApiClient | undefined> {
      const row = await scoped(clients().where('c.id', id), scope, 'c.organisation_id').first();
      return row && Row.parse(row);
    },

    async insert(
      client: Secrets & {
        id: ApiClientId;
        organisationId: OrganisationId;
        name: string;
        pushUrl: string | null;
        createdAt: Instant;
      },
    ): Promise<void> {
      await db.connection('api_clients').insert({
        id: client.id,
        organisation_id: client.organisationId,
        name: client.name,
        secret_hash: client.secretHash,
        push_url: client.pushUrl,
        push_secret: client.pushSecret,
        created_at: client.createdAt,
      });
    },
    async setSecrets(id: ApiClientId, { secretHash, pushSecret }: Secrets): Promise<void> {
      await db
        .connection('api_clients')
        .where({ id })
        .update({ secret_hash: secretHash, push_secret: pushSecret, disabled_at: null });
    },
    async disable(id: ApiClientId, at: Instant): Promise<void> {
      await db.connection('api_clients').where({ id }).update({ disabled_at: at });
      await db.connection('client_pushes').where({ client_id: id }).delete();
    },

    /** Takes no scope: the secret is what gives one. */
    async findSecret(id: ApiClientId) {
      const row = await db.connection('api_clients').where({ id }).whereNull('disabled_at').first();
      return row && Secret.parse(row);
    },
    async noteUse(id: ApiClientId, at: Instant): Promise<void> {
      await db.connection('api_clients').where({ id }).update({ last_used_at: at });
    },

    async insertToken(token: { tokenHash: string; clientId: ApiClientId; expiresAt: Instant }): Promise<void> {
      await db
        .connection('client_tokens')
        .insert({ token_hash: token.tokenHash, client_id: token.clientId, expires_at: token.expiresAt });
    },
    async findToken(tokenHash: string) {
      const row = await db
        .connection('client_tokens as t')
        .join('api_clients as c', 'c.id', 't.client_id')
        .where('t.token_hash', tokenHash)
        .whereNull('c.disabled_at')
        .first('t.client_id', 't.expires_at', 'c.organisation_id');
      return row && Token.parse(row);
    },
    async endTokens(clientId: ApiClientId): Promise<void> {
      await db.connection('client_tokens').where({ client_id: clientId }).delete();
    },
    async deleteExpiredTokens(before: Instant): Promise<void> {
      await db.connection('client_tokens').where('expires_at', '<', before).delete();
    },

    /** Somebody of the scope, by a name that other systems know. */
    async findPerson(scope: Scope, name: z.output<typeof PersonName>): Promise<ClientPerson | undefined> {
      const query = db.connection('accounts as a').whereNull('a.disabled_at');
      if (name.by === 'account') query.where('a.id', name.id);
      if (name.by === 'username') query.where('a.username', name.username.toLowerCase());
      if (name.by === 'subject') {
        query
          .join('external_identities as x', 'x.account_id', 'a.id')
          .join('identity_providers as p', 'p.id', 'x.provider_id')
          .where({ 'p.issuer': name.issuer, 'x.subject': name.subject });
      }
      const row = await scoped(query, scope, 'a.organisation_id').first('a.id', 'a.username', 'a.display_name as name');
      return row && ClientPerson.parse(row);
    },
  };
}
export type ClientsRepository = ReturnType<typeof createClientsRepository>;
