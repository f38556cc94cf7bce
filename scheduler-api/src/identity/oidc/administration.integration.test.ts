import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serveTestProvider } from '../../testing/identity-provider.ts';
import { createSignInScene } from './testing/sign-in-scene.ts';

let scene: Awaited<ReturnType<typeof createSignInScene>>;
beforeEach(async () => {
  scene = await createSignInScene({ domains: ['kuldiga.example.lv'] });
});
afterEach(() => scene.close());

const create = (changes: object, client = scene.administrator) =>
  client.call(identityAdministrationRoutes.createIdentityProvider, {
    body: { ...scene.settings, domains: [], ...changes },
  });
const refusalOf = (step: Promise<unknown>) =>
  step.then(
    () => ({ type: 'nothing', fields: [] }),
    (error: unknown) => z.object({ type: z.string(), fields: z.array(z.object({ pointer: z.string() })) }).parse(error),
  );
const findings = async () =>
  (
    await scene.administrator.call(identityAdministrationRoutes.tryIdentityProvider, {
      params: { providerId: scene.id },
      body: {},
    })
  ).findings;

describe('a provider that an administrator makes', () => {
  it('keeps its secret, which nobody is told and which is nowhere in clear', async () => {
    const { providers } = await scene.administrator.call(identityAdministrationRoutes.listIdentityProviders, {});
    expect(providers).toMatchObject([{ id: scene.id, hasSecret: true, domains: ['kuldiga.example.lv'] }]);
    const rows = await scene.api.context.db.connection('identity_providers').select('*');
    for (const told of [providers, rows]) expect(JSON.stringify(told)).not.toContain(scene.provider.clientSecret);
    await scene.change({ name: 'Cits nosaukums' });
    await scene.signIn({ sub: 'anna' });
  });

  it('says what the provider has to know of this system', async () => {
    const { redirectUri, backChannelLogoutUri } = await scene.change({});
    expect(redirectUri).toBe('http://localhost:4000/console/sign-in');
    expect(backChannelLogoutUri).toBe(`http://localhost:4000/api/v1/sign-in/providers/${scene.id}/back-channel-logout`);
  });

  it.each([
    'http://login.example.lv',
    'https://user:password@login.example.lv',
    'https://login.example.lv?tenant=1',
    'https://login.example.lv#a',
  ])('is at no address like %s', async (issuer) => {
    expect(await refusalOf(create({ issuer }))).toMatchObject({
      type: 'invalid-request',
      fields: [{ pointer: '/body/issuer' }],
    });
  });

  it.each(['king', 'auditor'])(
    'gives no role that its organisation has not, or that two have to approve: %s',
    async (roleId) => {
      const groups = [
        { group: 'a', roleId: 'clerk' },
        { group: 'b', roleId },
      ];
      expect(await refusalOf(create({ groups }))).toMatchObject({ fields: [{ pointer: '/body/groups/1/roleId' }] });
    },
  );

  it('knows nobody any more when it is another one', async () => {
    const { client, account } = await scene.signIn({ sub: 'anna' });
    const another = await serveTestProvider(scene.api.clock);
    await scene.change({ issuer: another.issuer });
    await expect(client.call(sessionRoutes.currentSession)).rejects.toMatchObject({ type: 'not-signed-in' });
    const browser = scene.api.client();
    const reply = await scene.complete(browser, another.letIn(await scene.begin(browser), { sub: 'anna' }));
    expect(reply.state === 'signed-in' && reply.account.id).not.toBe(account.id);
    another.close();
  });

  it('has its domains for itself in the whole installation', async () => {
    expect((await refusalOf(create({ domains: ['KULDIGA.example.lv'] }))).type).toBe('conflict');
    const { providers } = await scene.administrator.call(identityAdministrationRoutes.listIdentityProviders, {});
    expect(providers).toHaveLength(1);
    await scene.change({ domains: ['alsunga.example.lv'] });
    expect((await create({ domains: ['kuldiga.example.lv'] })).domains).toEqual(['kuldiga.example.lv']);
  });
});

describe('trying a provider', () => {
  it('finds nothing where there is nothing', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['another-issuer', { issuer: 'https://elsewhere.example' }],
    ['no-keys', { jwks_uri: undefined }],
    ['endpoint-not-allowed', { jwks_uri: 'http://elsewhere.example/jwks' }],
    ['address-not-allowed', { jwks_uri: 'https://10.0.0.1/jwks' }],
    ['no-code-flow', { response_types_supported: ['id_token'] }],
    ['no-pkce', { code_challenge_methods_supported: undefined }],
    ['no-sign-out', { end_session_endpoint: undefined }],
  ])('says in words: %s', async (finding, claims) => {
    scene.provider.claim(claims);
    const found = await findings();
    expect(found.map((one) => one.finding)).toEqual([finding]);
    expect(found[0]?.words).toMatch(/\.$/);
  });

  it('says when there is none, or something else', async () => {
    scene.provider.be('down');
    expect(await findings()).toMatchObject([{ finding: 'not-a-provider', stops: true }]);
    scene.provider.close();
    expect(await findings()).toMatchObject([{ finding: 'unreachable', stops: true }]);
  });
});
