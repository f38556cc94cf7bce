import { z } from 'zod';
import { IdentityProviderId, OrganisationId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
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
  issuer: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .regex(/^[\x21-\x7e]+$/),
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

const DistinguishedName = PlainText.trim()
  .min(3)
  .max(1_000)
  .regex(/^[^=\p{Cc}]+=[^\p{Cc}]+$/u, 'must be a distinguished name, e.g. ou=people,dc=kuldiga,dc=lv');
const AttributeName = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, 'must be the name of an attribute, e.g. uid');

/** Which attributes of an entry say who somebody is. */
export const DirectoryAttributes = z.object({
  /** What people type: `uid`, `sAMAccountName`, `userPrincipalName`. */
  login: AttributeName,
  /** What never changes of a person and is never given to another. */
  id: z.enum(['entryUUID', 'objectGUID', 'nsUniqueId', 'ipaUniqueID']),
  name: AttributeName,
  email: AttributeName.nullable(),
  title: AttributeName.nullable(),
});
export type DirectoryAttributes = z.infer<typeof DirectoryAttributes>;

const directoryFields = {
  name: NameText,
  /** `ldap://` begins in clear and goes over to TLS before anything is said (StartTLS). */
  url: z
    .url({ protocol: /^ldaps?$/, error: 'must be an ldaps:// or ldap:// address' })
    .max(500)
    .regex(/^ldaps?:\/\/[^/?#@]+\/?$/i, 'must be no more than a host and a port, e.g. ldaps://ldap.kuldiga.lv:636'),
  /** Of the authority that its certificate comes from, PEM; null where every system trusts that one. */
  certificate: PlainText.trim()
    .max(50_000)
    .regex(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/, 'must be a certificate in PEM form')
    .nullable(),
  bindDn: DistinguishedName,
  baseDn: DistinguishedName,
  attributes: DirectoryAttributes,
  /** Where groups are looked for; null where a person’s own entry names them. */
  groupBaseDn: DistinguishedName.nullable(),
  /** Of a group, its members (`member`); of a person, their groups (`memberOf`). */
  groupAttribute: AttributeName,
  groups: z.array(GroupRole).max(200),
  domains: z.array(LoginDomain).max(50),
  enabled: z.boolean(),
};

/** What is wrong with a directory, or with what is said of it. */
export const DirectoryProblem = z.enum([
  'unreachable',
  'address-not-allowed',
  'too-slow',
  'too-large',
  'not-a-directory',
  'no-tls',
  'certificate-not-trusted',
  'certificate-of-another',
  'certificate-expired',
  'bind-refused',
  'base-not-found',
  'refused',
  'nobody-found',
  'several-found',
  'no-stable-id',
]);
export type DirectoryProblem = z.infer<typeof DirectoryProblem>;

/** What a synchronisation came to. Counts are of people who have signed in here at least once. */
export const DirectorySync = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    at: Instant,
    people: z.int().nonnegative(),
    updated: z.int().nonnegative(),
    deactivated: z.int().nonnegative(),
    returned: z.int().nonnegative(),
  }),
  /** Nothing was changed: so many at once are rather a mistake in the settings. */
  z.object({
    outcome: z.literal('too-many'),
    at: Instant,
    people: z.int().nonnegative(),
    wouldDeactivate: z.int().nonnegative(),
    wouldLoseRights: z.int().nonnegative(),
  }),
  z.object({ outcome: z.literal('failed'), at: Instant, problem: DirectoryProblem }),
]);
export type DirectorySync = z.infer<typeof DirectorySync>;

/** An LDAP directory through which an organisation’s staff sign in. Its password is never told again. */
export const Directory = z
  .object({
    id: IdentityProviderId,
    organisationId: OrganisationId,
    ...directoryFields,
    lastSyncedAt: Instant.nullable(),
    lastSync: DirectorySync.nullable(),
  })
  .meta({ id: 'Directory' });
export type Directory = z.infer<typeof Directory>;

const BindPassword = PlainText.min(1).max(1_000);
const directory = { params: z.object({ directoryId: IdentityProviderId }) };
const Directories = z.object({ directories: z.array(Directory) });

/** Somebody as a directory describes them. */
export const DirectoryPerson = z.object({
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  groups: z.array(z.string()),
  roleIds: z.array(z.string()),
  /** They cannot sign in: the directory says that the account is disabled. */
  disabled: z.boolean(),
});
export type DirectoryPerson = z.infer<typeof DirectoryPerson>;

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
  listDirectories: {
    ...administration,
    method: 'get',
    path: '/api/v1/directories',
    summary: 'The LDAP directories of one’s organisations, the most trusted first',
    reply: Directories,
    status: 200,
  },
  createDirectory: {
    ...administration,
    method: 'post',
    path: '/api/v1/directories',
    summary: 'Let staff sign in through an LDAP directory; it is the least trusted at first',
    body: z.object({ ...directoryFields, bindPassword: BindPassword }),
    reply: Directory,
    status: 201,
    idempotent: true,
    problems: ['conflict'],
  },
  changeDirectory: {
    ...administration,
    method: 'put',
    path: '/api/v1/directories/:directoryId',
    summary: 'Change a directory; one that is not enabled lets nobody in, and who came through it is signed out',
    ...directory,
    body: z.object({
      ...directoryFields,
      /** Left out: as it is. Needed when the address, the certificate or the bind DN changes: it is sent nowhere else unasked. */
      bindPassword: BindPassword.optional(),
    }),
    reply: Directory,
    status: 200,
    problems: ['conflict'],
  },
  orderDirectories: {
    ...administration,
    method: 'put',
    path: '/api/v1/directory-order',
    summary: 'In which order directories are trusted, the most trusted first: all that one manages',
    body: z.object({ directoryIds: z.array(IdentityProviderId).min(1).max(200) }),
    reply: Directories,
    status: 200,
    problems: ['conflict'],
  },
  tryDirectory: {
    ...administration,
    method: 'post',
    path: '/api/v1/directory-trials',
    summary: 'Try the settings of a directory, kept or not: bind, and find one person',
    body: z.object({
      ...directoryFields,
      /** Whose password is tried where none is given, as long as address, certificate and bind DN are the same. */
      directoryId: IdentityProviderId.nullable(),
      bindPassword: BindPassword.optional(),
      /** Somebody to find. */
      login: PlainText.trim().min(1).max(200),
    }),
    /** Either what is wrong or who was found. */
    reply: z.object({ problem: DirectoryProblem.nullable(), person: DirectoryPerson.nullable() }),
    status: 200,
    perMinute: 30,
  },
  synchroniseDirectory: {
    ...administration,
    method: 'post',
    path: '/api/v1/directories/:directoryId/synchronisations',
    summary: 'Synchronise a directory now, and say what it came to',
    ...directory,
    body: Nothing,
    reply: Directory,
    status: 200,
    perMinute: 30,
    problems: ['conflict'],
  },
});
