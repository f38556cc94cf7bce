import {
  type IdentityProvider,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { rowsOf } from './GroupRoles.tsx';
import { listOf, orNull } from './wrong-fields.ts';

/** What is typed of a provider. */
type ProviderDraft = ReturnType<typeof draftOf>;

/** Of a new one what most providers have. */
export const draftOf = (provider: IdentityProvider | null) => ({
  name: provider?.name ?? '',
  issuer: provider?.issuer ?? 'https://',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  scopes: provider?.scopes.join(' ') ?? 'openid profile email',
  domains: provider?.domains.join(', ') ?? '',
  username: provider ? (provider.claims.username ?? '') : 'preferred_username',
  email: provider ? (provider.claims.email ?? '') : 'email',
  personName: provider?.claims.name ?? 'name',
  groupsClaim: provider?.claims.groups ?? '',
  groups: rowsOf(provider?.groups ?? []),
  createsAccounts: provider?.createsAccounts ?? true,
  enabled: provider?.enabled ?? true,
});

/** As the server takes it, or what of it is wrong. */
export const parseDraft = (draft: ProviderDraft) =>
  identityAdministrationRoutes.changeIdentityProvider.body.safeParse({
    name: draft.name,
    issuer: draft.issuer.trim(),
    clientId: draft.clientId,
    scopes: listOf(draft.scopes),
    domains: listOf(draft.domains),
    claims: {
      username: orNull(draft.username),
      email: orNull(draft.email),
      name: draft.personName,
      groups: orNull(draft.groupsClaim),
    },
    groups: draft.groups,
    createsAccounts: draft.createsAccounts,
    enabled: draft.enabled,
    ...(draft.clientSecret !== '' && { clientSecret: draft.clientSecret }),
  });
