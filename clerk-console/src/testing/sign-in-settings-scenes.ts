import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { ago, anAccount, uuid } from './builders.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';

const { organisation } = anAccount('administrator');

const aDirectory = (number: number, more: Record<string, unknown> = {}) => ({
  id: uuid(number),
  organisationId: organisation.id,
  name: 'Novada katalogs',
  url: 'ldaps://katalogs.kuldiga.lv',
  certificate: null,
  bindDn: 'cn=attalinatais-ierednis,ou=services,dc=kuldiga,dc=lv',
  baseDn: 'ou=people,dc=kuldiga,dc=lv',
  attributes: { login: 'uid', id: 'entryUUID', name: 'cn', email: 'mail', title: 'title' },
  groupBaseDn: 'ou=groups,dc=kuldiga,dc=lv',
  groupAttribute: 'member',
  groups: [{ group: 'cn=klientu-centrs,ou=groups,dc=kuldiga,dc=lv', roleId: 'clerk' }],
  domains: ['kuldiga.lv'],
  enabled: true,
  lastSyncedAt: ago(420),
  lastSync: { outcome: 'done', at: ago(420), people: 84, updated: 2, deactivated: 1, returned: 0 },
  ...more,
});

const { directories } = identityAdministrationRoutes.listDirectories.reply.parse({
  directories: [
    aDirectory(1501),
    aDirectory(1502, {
      name: 'Skrundas apvienība',
      url: 'ldap://10.20.0.5',
      domains: ['skrunda.kuldiga.lv', 'skrunda.lv'],
      lastSyncedAt: ago(90_000),
      lastSync: { outcome: 'too-many', at: ago(300), people: 31, wouldDeactivate: 29, wouldLoseRights: 0 },
    }),
    aDirectory(1503, {
      name: 'SIA «Kuldīgas komunālie pakalpojumi»',
      url: 'ldaps://dc1.kkp.example.lv',
      domains: [],
      lastSyncedAt: null,
      lastSync: { outcome: 'failed', at: ago(300), problem: 'certificate-not-trusted' },
    }),
    aDirectory(1504, { name: 'Vecais katalogs', enabled: false, domains: [] }),
  ],
});

const { providers } = identityAdministrationRoutes.listIdentityProviders.reply.parse({
  providers: [
    {
      id: uuid(1511),
      organisationId: organisation.id,
      name: 'Kuldīgas novada vienotā pieslēgšanās',
      issuer: 'https://login.kuldiga.lv/realms/novads',
      clientId: 'attalinatais-ierednis',
      scopes: ['openid', 'profile', 'email'],
      domains: ['kuldiga.lv'],
      claims: { username: 'preferred_username', email: 'email', name: 'name', groups: 'groups' },
      groups: [{ group: 'klientu-centrs', roleId: 'clerk' }],
      createsAccounts: true,
      enabled: true,
      hasSecret: true,
      redirectUri: 'https://ierednis.example.lv/sign-in/return',
      backChannelLogoutUri: `https://ierednis.example.lv/api/v1/sign-in/providers/${uuid(1511)}/back-channel-logout`,
    },
  ],
});

function arrange(fakes: Fakes): void {
  signedIn('administrator', fakes);
  const { server } = fakes;
  server.on(identityAdministrationRoutes.listDirectories, () => ({ directories }));
  server.on(identityAdministrationRoutes.listIdentityProviders, () => ({ providers }));
  server.on(identityAdministrationRoutes.tryDirectory, ({ body }) =>
    body.login === 'anna'
      ? {
          problem: null,
          person: {
            login: 'anna',
            name: 'Anna Bērziņa',
            email: 'anna@kuldiga.lv',
            title: 'Klientu konsultante',
            groups: ['cn=klientu-centrs,ou=groups,dc=kuldiga,dc=lv'],
            roleIds: ['clerk'],
            disabled: false,
          },
        }
      : { problem: 'bind-refused' as const, person: null },
  );
  server.on(identityAdministrationRoutes.tryIdentityProvider, () => ({
    findings: [{ finding: 'no-sign-out' as const, stops: false, words: '' }],
  }));
}

const path = '/sign-in-settings/directories';
const change = '[role=row]:nth-child(1) button';
const login = 'fieldset:last-of-type input';
const attempt = 'fieldset:last-of-type button';

export const signInSettingsScenes = {
  'sign-in-directories': { path, arrange },
  'sign-in-directory': { path, arrange, steps: [change] },
  'sign-in-directory-tried': { path, arrange, steps: [change, [login, 'anna'], attempt, 'dl'] },
  'sign-in-directory-wrong': { path, arrange, steps: [change, [login, 'berta'], attempt] },
  'sign-in-directory-incomplete': { path, arrange, steps: ['main p + div button', 'button[type=submit]'] },
  'sign-in-providers': { path: '/sign-in-settings/providers', arrange },
  'sign-in-provider': { path: '/sign-in-settings/providers', arrange, steps: [change] },
} satisfies Record<string, Scene>;
