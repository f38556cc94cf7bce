import { z } from 'zod';
import { AccountId, ApiClientId, OrganisationId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { Permission } from '../permissions.ts';
import { PlainText } from '../text.ts';
import { defineRoutes } from './route.ts';

const administration = { tag: 'Administration', permission: 'clients.manage' } as const;
const exchange = { tag: 'Other systems' } as const;
const one = { params: z.object({ clientId: ApiClientId }) };

export const PushProblem = z.enum(['unreachable', 'refused', 'address-not-allowed']);
export type PushProblem = z.infer<typeof PushProblem>;

export const ApiClient = z
  .object({
    id: ApiClientId,
    organisationId: OrganisationId,
    name: z.string(),
    /** Where it is told that somebody's rights have changed; null when it asks by itself. */
    pushUrl: z.url().nullable(),
    /** What went wrong when it was told last; null when all went well. */
    pushProblem: PushProblem.nullable(),
    waitingPushes: z.int().nonnegative(),
    lastUsedAt: Instant.nullable(),
    disabled: z.boolean(),
  })
  .meta({ id: 'ApiClient' });
export type ApiClient = z.infer<typeof ApiClient>;

const PushUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .nullable();

/** A new secret is told once, and is nowhere else. */
const Secrets = z.object({ clientSecret: z.string(), pushSecret: z.string().nullable() });

/** A right as other systems see it: what may be done, where, and until when. */
export const HeldRight = z
  .object({
    role: z.string(),
    permissions: z.array(Permission),
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    validFrom: Instant,
    validUntil: Instant,
  })
  .meta({ id: 'HeldRight' });
export type HeldRight = z.infer<typeof HeldRight>;

/** How another system names somebody of the staff. */
export const PersonName = z.discriminatedUnion('by', [
  z.object({ by: z.literal('account'), id: AccountId }),
  z.object({ by: z.literal('username'), username: PlainText.trim().min(1).max(200) }),
  z.object({ by: z.literal('subject'), issuer: z.url().max(500), subject: z.string().min(1).max(255) }),
]);

export const clientRoutes = defineRoutes({
  listClients: {
    ...administration,
    method: 'get',
    path: '/api/v1/clients',
    summary: 'Other systems that may ask about one’s organisation’s people',
    reply: z.object({ clients: z.array(ApiClient) }),
    status: 200,
  },
  createClient: {
    ...administration,
    method: 'post',
    path: '/api/v1/clients',
    summary: 'Let another system ask; its secret is told once',
    body: z.object({ name: NameText, pushUrl: PushUrl.default(null) }),
    reply: Secrets.extend({ client: ApiClient }),
    status: 201,
    problems: ['address-not-allowed'],
  },
  renewClientSecret: {
    ...administration,
    method: 'post',
    path: '/api/v1/clients/:clientId/secrets',
    summary: 'Give a system a new secret; the old one and its tokens are worth nothing from now on',
    ...one,
    body: Nothing,
    reply: Secrets.extend({ client: ApiClient }),
    status: 201,
    problems: ['not-found'],
  },
  disableClient: {
    ...administration,
    method: 'delete',
    path: '/api/v1/clients/:clientId',
    summary: 'Let a system ask no more, at once',
    ...one,
    reply: ApiClient,
    status: 200,
    problems: ['not-found'],
  },

  issueClientToken: {
    ...exchange,
    method: 'post',
    path: '/api/v1/oauth/token',
    summary: 'A token for another system (OAuth 2.0, client credentials in the body)',
    permission: 'public',
    body: z.object({
      grant_type: z.literal('client_credentials'),
      client_id: ApiClientId,
      client_secret: z.string().min(1).max(200),
    }),
    form: true,
    reply: z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int().positive() }),
    status: 200,
    failuresPerMinute: 20,
    problems: ['wrong-credentials'],
  },
  introspectToken: {
    ...exchange,
    method: 'post',
    path: '/api/v1/oauth/introspection',
    summary: 'Whether a token of a system is good now (RFC 7662); of one that is not nothing is told',
    permission: 'rights.query',
    body: z.object({ token: z.string().min(1).max(500) }),
    form: true,
    reply: z.union([
      z.object({ active: z.literal(false) }),
      z.object({ active: z.literal(true), client_id: ApiClientId, exp: z.int(), token_type: z.literal('Bearer') }),
    ]),
    status: 200,
  },
  queryRights: {
    ...exchange,
    method: 'post',
    path: '/api/v1/exchange/rights',
    summary: 'What rights somebody has at this moment, in the organisations that the system may ask about',
    permission: 'rights.query',
    body: z.object({ person: PersonName }),
    reply: z.object({
      person: z.object({ id: AccountId, username: z.string(), name: z.string() }),
      rights: z.array(HeldRight),
    }),
    status: 200,
    problems: ['not-found'],
  },
});

/** What a system is told: who, and that something has changed. What it is by now is for it to ask. */
export const RightsChanged = z.object({
  type: z.literal('rights.changed'),
  timestamp: Instant,
  data: z.object({ accounts: z.array(z.object({ id: AccountId, username: z.string() })) }),
});
export type RightsChanged = z.infer<typeof RightsChanged>;
