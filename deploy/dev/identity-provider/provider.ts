import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { findPerson } from './people.ts';

/** A system that people sign in to through this provider. */
export type DemoClient = {
  id: string;
  /** Null: it keeps none, as a program at a kiosk cannot. */
  secret: string | null;
  redirectUri: string;
  afterSignOut: string;
  /** Where it wants to be told that somebody has signed out. */
  backChannelLogoutUri?: string | undefined;
};

const newKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) });

const metadataOf = ({ id, secret, redirectUri, afterSignOut, backChannelLogoutUri }: DemoClient): ClientMetadata => ({
  client_id: id,
  ...(secret === null ? { token_endpoint_auth_method: 'none' } : { client_secret: secret }),
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [afterSignOut],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  ...(backChannelLogoutUri && {
    backchannel_logout_uri: backChannelLogoutUri,
    backchannel_logout_session_required: true,
  }),
});

/** An OpenID Connect provider as one is in service, but without passwords. It forgets everything when it ends. */
export function createProvider(issuer: string, clients: readonly DemoClient[]): Provider {
  const configuration: Configuration = {
    clients: clients.map(metadataOf),
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    jwks: { keys: [{ ...newKey(), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username', 'groups', 'personal_code', 'serial_number'],
      email: ['email', 'email_verified'],
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // Whoever was sent here has said already that they want to sign out.
        logoutSource(ctx, form) {
          ctx.body = `<!doctype html><html lang="en"><title>Signing out</title><body>${form}<input type="hidden" form="op.logoutForm" name="logout" value="yes"><button form="op.logoutForm">Sign out</button><script src="/submit.js"></script></body></html>`;
        },
      },
    },
    // The library asks nobody on this machine by itself; here everybody is.
    fetch: (url, { method, headers, body, signal } = {}) =>
      fetch(url, { method, headers, body, signal, redirect: 'manual' }),
    interactions: { url: (_ctx, { uid }) => `/people/${uid}` },
    ttl: { AuthorizationCode: 60, IdToken: 600, AccessToken: 600, Grant: 86_400, Interaction: 3_600, Session: 86_400 },
    findAccount: (_ctx, sub) => {
      const person = findPerson(sub);
      return person && { accountId: sub, claims: () => ({ sub, name: person.name, ...person.claims }) };
    },
    /** Nobody is asked whether they agree: the systems are the organisation's own. */
    async loadExistingGrant({ oidc }) {
      const { client, session, params } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope ?? 'openid'));
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on('backchannel.error', (_ctx, error, client) => {
    console.error(`${client.clientId} was not told that somebody has signed out: ${error.message}`);
  });
  return provider;
}
