import { z } from 'zod';
import { IdentityProviderId, OrganisationId } from '../../domain/ids.ts';
import { NameText } from '../localized.ts';
import { PlainText } from '../text.ts';
import { defineRoutes } from './route.ts';

const administration = { tag: 'Sign-in administration', permission: 'sign-in.manage' } as const;

/** What stands after the @ of a login, e.g. `kuldiga.lv`. */
export const LoginDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'must be a domain, e.g. kuldiga.lv');

/** A group of the provider or directory, and the role that those who are in it hold at its organisation. */
export const GroupRole = z.object({ group: PlainText.min(1).max(500), roleId: PlainText.min(1).max(200) });
export type GroupRole = z.infer<typeof GroupRole>;

const ClaimName = PlainText.trim().min(1).max(200);
/** Which claims say who somebody is. Null: the provider's word on it is not asked for. */
export const ClaimNames = z.object({
  /** By which an account that is here already is found the first time. */
  username: ClaimName.nullable(),
  /** Counts only where `email_verified` is true. */
  email: ClaimName.nullable(),
  name: ClaimName,
  groups: ClaimName.nullable(),
});
export type ClaimNames = z.infer<typeof ClaimNames>;

const providerFields = {
  name: NameText,
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: PlainText.trim().min(1).max(500),
  scopes: z
    .array(
      z
        .string()
        .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
        .max(100),
    )
    .max(20),
  domains: z.array(LoginDomain).max(50),
  claims: ClaimNames,
  groups: z.array(GroupRole).max(200),
  /** Whether somebody who has no account here gets one, without any right but those of their groups. */
  createsAccounts: z.boolean(),
  enabled: z.boolean(),
};

/** An OpenID Connect provider through which an organisation's staff sign in. */
export const IdentityProvider = z
  .object({
    id: IdentityProviderId,
    organisationId: OrganisationId,
    ...providerFields,
    /** The secret itself is never told again. */
    hasSecret: z.boolean(),
    /** What the provider has to know of this system. */
    redirectUri: z.url(),
    backChannelLogoutUri: z.url(),
  })
  .meta({ id: 'IdentityProvider' });
export type IdentityProvider = z.infer<typeof IdentityProvider>;

const ClientSecret = PlainText.min(1).max(1_000).nullable();

/** What can be wrong with a provider, found by asking it. */
export const ProviderFinding = z.enum([
  'unreachable',
  'too-slow',
  'address-not-allowed',
  'not-a-provider',
  'another-issuer',
  'endpoint-not-allowed',
  'no-keys',
  'no-code-flow',
  'no-pkce',
  'no-sign-out',
]);
export type ProviderFinding = z.infer<typeof ProviderFinding>;

export const identityAdministrationRoutes = defineRoutes({
  listIdentityProviders: {
    ...administration,
    method: 'get',
    path: '/api/v1/identity-providers',
    summary: 'The OpenID Connect providers of one’s organisations',
    reply: z.object({ providers: z.array(IdentityProvider) }),
    status: 200,
  },
  createIdentityProvider: {
    ...administration,
    method: 'post',
    path: '/api/v1/identity-providers',
    summary: 'Let staff sign in through an OpenID Connect provider',
    body: z.object({ ...providerFields, clientSecret: ClientSecret }),
    reply: IdentityProvider,
    status: 201,
    problems: ['conflict'],
  },
  changeIdentityProvider: {
    ...administration,
    method: 'put',
    path: '/api/v1/identity-providers/:providerId',
    summary: 'Change a provider; one that is not enabled lets nobody in, and who came through it is signed out',
    params: z.object({ providerId: IdentityProviderId }),
    body: z.object({
      ...providerFields,
      /** Left out: as it is. */
      clientSecret: ClientSecret.optional(),
    }),
    reply: IdentityProvider,
    status: 200,
    problems: ['conflict'],
  },
  tryIdentityProvider: {
    ...administration,
    method: 'post',
    path: '/api/v1/identity-providers/:providerId/trials',
    summary: 'Ask a provider what it says of itself, and say what is wrong with it',
    params: z.object({ providerId: IdentityProviderId }),
    body: z.object({}),
    /** `stops` means that nobody can sign in. */
    reply: z.object({
      findings: z.array(z.object({ finding: ProviderFinding, stops: z.boolean(), words: z.string() })),
    }),
    status: 200,
    perMinute: 30,
  },
});
