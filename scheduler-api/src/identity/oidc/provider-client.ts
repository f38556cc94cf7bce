import type { ClaimNames } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { ProviderFailure, SignInRefused } from './provider-failure.ts';
import { createProviderFetch, isProviderAddress } from './provider-fetch.ts';
import { asFailure } from './token-checks.ts';

/** How this system is known to a provider. */
export type ProviderClient = {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  scopes: readonly string[];
};
/** What has to come back as it was sent. */
export type Flow = { state: string; nonce: string; verifier: string };
/** Whom a provider has let in. `claims` are those of the ID token and of the provider's word on the person. */
export type Proven = {
  subject: string;
  sid: string | null;
  idToken: string;
  claims: Readonly<Record<string, unknown>>;
};

/** Metadata is asked for again after so long, keys too, and as soon as a token names one that is not known. */
const knownForMs = 10 * 60_000;
const clockSkewSeconds = 60;
/** A token that is older was not made for this sign-in. */
const oldestToken = '10 minutes';
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

const LogoutClaims = z.object({
  jti: z.string().min(1).max(1_000),
  exp: z.number(),
  iat: z.number(),
  sub: z.string().optional(),
  sid: z.string().optional(),
  events: z.object({ [logoutEvent]: z.record(z.string(), z.unknown()) }),
  nonce: z.undefined().optional(),
});
export type LogoutOrder = { tokenId: string; subject: string | null; sid: string | null };

const IdClaims = z.looseObject({
  sub: z.string().min(1).max(255),
  sid: z.string().max(500).optional().catch(undefined),
});

type Known = {
  metadata: openid.ServerMetadata;
  keys: ReturnType<typeof createRemoteJWKSet>;
  knownSince: number;
};

/** Talks with OpenID Connect providers by their issuer. What goes wrong is a `ProviderFailure` or a `SignInRefused`. */
export function createProviderClients({ config, clock }: Pick<Context, 'config' | 'clock'>) {
  const byIssuer = new Map<string, Promise<Known>>();
  const now = () => epochMilliseconds(clock.now());

  const fetchFor = (issuer: string) =>
    createProviderFetch({ issuer, https: config.https, allowedNetworks: config.signIn.allowedNetworks });

  async function ask(issuer: string): Promise<Known> {
    const url = new URL(issuer);
    if (!isProviderAddress(url, config.https)) throw new ProviderFailure('address-not-allowed');
    const fetch = fetchFor(issuer);
    try {
      const found = await openid.discovery(url, 'metadata', undefined, openid.None(), {
        [openid.customFetch]: fetch,
        ...(url.protocol === 'http:' && { execute: [openid.allowInsecureRequests] }),
      });
      const metadata = found.serverMetadata();
      if (!metadata.jwks_uri) throw new ProviderFailure('no-keys');
      const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
        // Asked only about tokens that came from the provider itself, or at a route that is limited: no need to wait.
        cooldownDuration: 0,
        cacheMaxAge: knownForMs,
        [joseFetch]: (address, options) =>
          fetch(address, { ...options, headers: {}, body: undefined, redirect: 'manual', method: 'GET' }),
      });
      return { metadata, keys, knownSince: now() };
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** @throws ProviderFailure */
  async function know(issuer: string): Promise<Known> {
    const known = await byIssuer.get(issuer)?.catch(() => undefined);
    if (known && Math.abs(now() - known.knownSince) < knownForMs) return known;
    const asked = ask(issuer);
    byIssuer.set(issuer, asked);
    asked.catch(() => byIssuer.delete(issuer));
    return asked;
  }

  async function configured({ issuer, clientId, clientSecret }: ProviderClient) {
    const known = await know(issuer);
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = known.metadata;
    const proof =
      clientSecret === null
        ? openid.None()
        : methods.includes('client_secret_basic')
          ? openid.ClientSecretBasic(clientSecret)
          : openid.ClientSecretPost(clientSecret);
    const skew = Math.round((now() - Date.now()) / 1_000);
    const configuration = new openid.Configuration(
      known.metadata,
      clientId,
      { [openid.clockSkew]: skew, [openid.clockTolerance]: clockSkewSeconds },
      proof,
    );
    configuration[openid.customFetch] = fetchFor(issuer);
    if (issuer.startsWith('http:')) openid.allowInsecureRequests(configuration);
    return { ...known, configuration };
  }

  return {
    newFlow: (): Flow => ({
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    }),

    /** Where the browser has to go. @throws ProviderFailure */
    async authorizationUrl(client: ProviderClient, redirectUri: string, flow: Flow): Promise<string> {
      const { configuration } = await configured(client);
      return openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: [...new Set(['openid', ...client.scopes])].join(' '),
        response_type: 'code',
        code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      }).href;
    },

    /**
     * Takes what the browser came back with to the provider.
     * @param answer the query, from its question mark
     * @param wanted claims that the provider is asked for apart where its ID token does not have them
     * @throws ProviderFailure, SignInRefused
     */
    async redeem(
      client: ProviderClient,
      redirectUri: string,
      answer: string,
      flow: Flow,
      wanted: readonly string[],
    ): Promise<Proven> {
      const url = new URL(answer, redirectUri);
      // Checked here for the sake of the record; the library checks it again.
      if (url.searchParams.getAll('state').join() !== flow.state) throw new SignInRefused('state');
      const { configuration, metadata, keys } = await configured(client);
      if ((url.searchParams.get('iss') ?? metadata.issuer) !== metadata.issuer) throw new SignInRefused('answer-iss');
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, url, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        });
        const idToken = tokens.id_token ?? '';
        const { payload } = await jwtVerify(idToken, keys, {
          algorithms,
          issuer: metadata.issuer,
          audience: client.clientId,
          clockTolerance: clockSkewSeconds,
          maxTokenAge: oldestToken,
          currentDate: new Date(now()),
        });
        const proven = IdClaims.parse(payload);
        const apart =
          metadata.userinfo_endpoint && wanted.some((name) => payload[name] === undefined)
            ? await openid.fetchUserInfo(configuration, tokens.access_token, proven.sub)
            : {};
        return { subject: proven.sub, sid: proven.sid ?? null, idToken, claims: { ...apart, ...payload } };
      } catch (error) {
        throw asFailure(error);
      }
    },

    /**
     * OpenID Connect Back-Channel Logout 1.0, 2.6.
     * @throws ProviderFailure, SignInRefused
     */
    async readLogoutToken(client: ProviderClient, token: string): Promise<LogoutOrder & { expiresAtMs: number }> {
      const { metadata, keys } = await know(client.issuer);
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms,
          issuer: metadata.issuer,
          audience: client.clientId,
          clockTolerance: clockSkewSeconds,
          maxTokenAge: oldestToken,
          currentDate: new Date(now()),
          requiredClaims: ['exp', 'iat', 'jti', 'events'],
        });
        const { jti, exp, sub = null, sid = null } = LogoutClaims.parse(payload);
        if (sub === null && sid === null) throw new SignInRefused('token-sub');
        return { tokenId: jti, subject: sub, sid, expiresAtMs: (exp + clockSkewSeconds) * 1_000 };
      } catch (error) {
        throw asFailure(error);
      }
    },

    /** Where the browser ends its session at the provider; null where the provider has no such place. @throws ProviderFailure */
    async endSessionUrl(client: ProviderClient, idToken: string, backTo: string): Promise<string | null> {
      const { configuration, metadata } = await configured(client);
      if (!metadata.end_session_endpoint) return null;
      return openid.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo })
        .href;
    },

    /** Asks anew what a provider says of itself, and for its keys. @throws ProviderFailure */
    async inspect(issuer: string): Promise<openid.ServerMetadata> {
      byIssuer.delete(issuer);
      const { metadata, keys } = await know(issuer);
      try {
        await keys.reload();
      } catch (error) {
        throw error instanceof ProviderFailure ? error : new ProviderFailure('no-keys');
      }
      return metadata;
    },
  };
}
export type ProviderClients = ReturnType<typeof createProviderClients>;

/** The claims that a provider's mapping names. */
export const wantedClaims = ({ username, email, name, groups }: ClaimNames): string[] =>
  [username, email, name, groups].filter((claim) => claim !== null);
