import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { Clock } from '../clock.ts';
import { serveHttp } from './http-server.ts';

type Claims = Record<string, unknown>;
/** How its tokens are signed: as it says of itself, or as somebody would who means no good. */
type Signing = 'own key' | 'another key' | 'no key' | 'its public key as a secret';
export type Misdeed = {
  signing?: Signing;
  /** Instead of what is right. Undefined leaves a claim out. */
  claims?: Claims;
  /** Of the answer that the browser brings. */
  answer?: Record<string, string | undefined>;
};
export type TestPerson = { sub: string } & Claims;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const newKeys = async () => ({ kid: randomUUID(), ...(await generateKeyPair('RS256', { extractable: true })) });

/**
 * An OpenID Connect provider in this process, whose pages are a function: it lets in whom a test says, and does wrong what a
 * test says. It checks the client, PKCE and that a code is used once, as a provider does.
 */
export async function serveTestProvider(clock: Clock, { clientId = 'remote-clerk', clientSecret = 'a secret' } = {}) {
  let keys = await newKeys();
  const stranger = await newKeys();
  let mode: 'up' | 'down' | 'silent' = 'up';
  let metadataChanges: Claims = {};
  const codes = new Map<
    string,
    { person: TestPerson; nonce: string; challenge: string; redirectUri: string; misdeed: Misdeed }
  >();
  const people = new Map<string, TestPerson>();

  const server = await serveHttp((request, response) => {
    if (mode === 'down') return void response.writeHead(503).end();
    if (mode === 'silent') return;
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  const issuer = server.url.replace(/\/$/, '');
  const seconds = () => Math.floor(epochMilliseconds(clock.now()) / 1_000);

  async function sign(claims: Claims, signing: Signing, typ: string): Promise<string> {
    if (signing === 'no key') return new UnsecuredJWT(claims).encode();
    if (signing === 'its public key as a secret') {
      const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys.kid, typ }).sign(secret);
    }
    const { privateKey } = signing === 'own key' ? keys : stranger;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keys.kid, typ }).sign(privateKey);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (body: unknown, status = 200) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return json(metadata());
    if (pathname === '/jwks') {
      return json({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: keys.kid, use: 'sig', alg: 'RS256' }] });
    }
    if (pathname === '/userinfo') {
      const person = people.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
      return person ? json(person) : json({ error: 'invalid_token' }, 401);
    }
    if (pathname !== '/token') return json({}, 404);
    const form = new URLSearchParams(await textOf(request));
    if (clientOf(request.headers.authorization) !== `${clientId}:${clientSecret}`)
      return json({ error: 'invalid_client' }, 401);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || challenge !== code.challenge || form.get('redirect_uri') !== code.redirectUri) {
      return json({ error: 'invalid_grant' }, 400);
    }
    const { sub, sid, ...rest } = code.person;
    const accessToken = randomUUID();
    people.set(accessToken, { sub, ...rest });
    const now = seconds();
    const claims = { iss: issuer, aud: clientId, sub, sid, nonce: code.nonce, iat: now, exp: now + 300 };
    const idToken = await sign({ ...claims, ...code.misdeed.claims }, code.misdeed.signing ?? 'own key', 'JWT');
    return json({ access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: idToken });
  }

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/end`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    ...metadataChanges,
  });

  return {
    issuer,
    clientId,
    clientSecret,

    /** What the browser comes back with after somebody was let in. @param url where it was sent */
    letIn(url: string, person: TestPerson, misdeed: Misdeed = {}): string {
      const asked = new URL(url).searchParams;
      const code = randomUUID();
      codes.set(code, {
        person,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: asked.get('redirect_uri') ?? '',
        misdeed,
      });
      const given = { code, state: asked.get('state') ?? '', iss: issuer, ...misdeed.answer };
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
      return `?${query}`;
    },

    logoutToken: (claims: Claims, signing: Signing = 'own key') => {
      const now = seconds();
      const right = {
        iss: issuer,
        aud: clientId,
        iat: now,
        exp: now + 120,
        jti: randomUUID(),
        events: { [logoutEvent]: {} },
      };
      return sign({ ...right, ...claims }, signing, 'logout+jwt');
    },

    async changeKeys(): Promise<void> {
      keys = await newKeys();
    },
    be(how: typeof mode): void {
      mode = how;
    },
    /** Says something else of itself. */
    claim(changes: Claims): void {
      metadataChanges = changes;
    },
    requests: server.requests,
    close: server.close,
  };
}
export type TestProvider = Awaited<ReturnType<typeof serveTestProvider>>;

/** The client's name and secret, each form-encoded (RFC 6749, 2.3.1). */
function clientOf(authorization = ''): string {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
  return decodeURIComponent(pair.replaceAll('+', ' '));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
