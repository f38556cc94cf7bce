import { createHmac, timingSafeEqual } from 'node:crypto';
import { clientRoutes, RightsChanged } from '@remote-clerk/shared/contracts/http/clients.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { serveHttp } from '../testing/http-server.ts';

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );

let api: TestApi;
let municipality: { id: OrganisationId };
let school: { id: OrganisationId };
beforeEach(async () => {
  api = await bootApi();
  municipality = await api.build.organisation({ name: 'Kuldīgas novads' });
  school = await api.build.organisation({ name: 'Kuldīgas vidusskola', parentId: municipality.id });
});
afterEach(() => api.close());

async function administrator(organisationId = municipality.id) {
  const client = api.client();
  await client.signIn(await api.build.account({ organisationId, role: 'administrator' }));
  return client;
}

/** A system that has a token, made by the municipality's administrator. */
async function aSystem(pushUrl: string | null = null) {
  const browser = await administrator();
  const made = await browser.call(clientRoutes.createClient, { body: { name: 'Lietvedība', pushUrl } });
  const system = api.client();
  const credentials = { client_id: made.client.id, client_secret: made.clientSecret };
  const token = () =>
    system.call(clientRoutes.issueClientToken, { body: { grant_type: 'client_credentials', ...credentials } });
  const { access_token } = await token();
  system.useBearer(access_token);
  return { ...made, id: made.client.id, browser, system, token, accessToken: access_token };
}

describe('another system', () => {
  it('learns what rights somebody has, in its organisation and below, and no more', async () => {
    const { id, system } = await aSystem();
    const teacher = await api.build.account({ organisationId: school.id, role: null, username: 'skolotāja' });
    await api.build.right({ accountId: teacher.id, organisationId: school.id, role: 'manager' });
    const stranger = await api.build.account({ role: 'manager' });
    await api.build.right({ accountId: teacher.id, organisationId: stranger.organisationId, role: 'auditor' });

    const { person, rights } = await system.call(clientRoutes.queryRights, {
      body: { person: { by: 'username', username: 'Skolotāja' } },
    });
    expect(person).toMatchObject({ id: teacher.id });
    expect(rights).toHaveLength(1);
    expect(rights[0]).toMatchObject({
      role: 'manager',
      organisation: { id: school.id, name: 'Kuldīgas vidusskola' },
      permissions: expect.arrayContaining(['rights.manage']),
    });
    const asked = system.call(clientRoutes.queryRights, { body: { person: { by: 'account', id: stranger.id } } });
    expect(await rejection(asked)).toMatchObject({ type: 'not-found' });
    const [entry] = await api.context.db.connection('audit_entries').where({ action: 'right.query' });
    expect(entry).toMatchObject({ actor_kind: 'client', actor_id: id, subject_id: teacher.id });
  });

  it('learns of no right that has not begun or is over', async () => {
    const { system } = await aSystem();
    const { id } = await api.build.account({ organisationId: school.id, role: null });
    const right = { accountId: id, organisationId: school.id };
    await api.build.right({ ...right, role: 'manager', validFrom: '2098-01-01T00:00:00.000Z' });
    await api.build.right({
      ...right,
      role: 'auditor',
      validFrom: '2020-01-01T00:00:00.000Z',
      validUntil: '2021-01-01T00:00:00.000Z',
    });
    const { rights } = await system.call(clientRoutes.queryRights, { body: { person: { by: 'account', id } } });
    expect(rights).toEqual([]);
  });

  it('gets no token with a wrong secret, and a token lasts ten minutes', async () => {
    const { id, system, accessToken } = await aSystem();
    const guess = api.client().call(clientRoutes.issueClientToken, {
      body: { grant_type: 'client_credentials', client_id: id, client_secret: 'guess' },
    });
    expect(await rejection(guess)).toMatchObject({ type: 'wrong-credentials' });
    const introspect = () => system.call(clientRoutes.introspectToken, { body: { token: accessToken } });
    expect(await introspect()).toMatchObject({ active: true, client_id: id });
    api.clock.advance(10 * 60_000);
    expect(await rejection(introspect())).toMatchObject({ type: 'not-signed-in' });
  });

  it('takes its credentials form-encoded, as libraries send them', async () => {
    const { id, clientSecret } = await aSystem();
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: clientSecret });
    const response = await fetch(`${api.url}/api/v1/oauth/token`, {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost:4000' },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  });

  it('may ask no more the moment it is disabled or gets another secret', async () => {
    const { id, system, browser, token } = await aSystem();
    const ask = () => system.call(clientRoutes.introspectToken, { body: { token: 'x' } });
    expect(await ask()).toEqual({ active: false });
    const { clientSecret } = await browser.call(clientRoutes.renewClientSecret, { params: { clientId: id }, body: {} });
    expect(await rejection(ask())).toMatchObject({ type: 'not-signed-in' });
    expect(await rejection(token())).toMatchObject({ type: 'not-signed-in' });
    const again = await api.client().call(clientRoutes.issueClientToken, {
      body: { grant_type: 'client_credentials', client_id: id, client_secret: clientSecret },
    });
    await browser.call(clientRoutes.disableClient, { params: { clientId: id } });
    const late = api.client();
    late.useBearer(again.access_token);
    const asked = late.call(clientRoutes.introspectToken, { body: { token: 'x' } });
    expect(await rejection(asked)).toMatchObject({ type: 'not-signed-in' });
  });
});

describe('a system that wants to be told', () => {
  async function aReceiver() {
    const heard: RightsChanged[] = [];
    const signatures: boolean[] = [];
    let status = 204;
    let secret = '';
    const server = await serveHttp(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signed } = request.headers;
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const right = `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
      signatures.push(timingSafeEqual(Buffer.from(right), Buffer.from(String(signed))));
      if (status < 300) heard.push(RightsChanged.parse(JSON.parse(body)));
      response.writeHead(status).end();
    });
    return {
      server,
      heard,
      signatures,
      answersWith: (next: number) => {
        status = next;
      },
      knows: (known: string | null) => {
        secret = known ?? '';
      },
    };
  }
  const tick = async () => {
    api.clock.advance(2_000);
    await api.jobs.tick();
  };

  it('hears that a right was given, changed and withdrawn, signed with its secret', async () => {
    const receiver = await aReceiver();
    const { pushSecret } = await aSystem(receiver.server.url);
    receiver.knows(pushSecret);
    const { id, username } = await api.build.account({ organisationId: school.id, role: 'manager' });
    await tick();
    expect(receiver.heard.flatMap(({ data }) => data.accounts)).toContainEqual({ id, username });
    const before = receiver.heard.length;
    await api.context.db
      .connection('role_assignments')
      .where({ account_id: id })
      .update({ withdrawn_at: api.clock.now() });
    await tick();
    expect(receiver.heard.length).toBe(before + 1);
    await tick();
    expect(receiver.heard.length).toBe(before + 1);
    expect(receiver.signatures.every(Boolean)).toBe(true);
    await receiver.server.close();
  });

  it('is not told of another organisation’s people', async () => {
    const receiver = await aReceiver();
    await aSystem(receiver.server.url);
    await tick();
    const before = receiver.heard.length;
    await api.build.account({ role: 'manager' });
    await tick();
    expect(receiver.heard.length).toBe(before);
    await receiver.server.close();
  });

  it('is told later what it did not take, and its owner sees what is wrong', async () => {
    const receiver = await aReceiver();
    receiver.answersWith(500);
    const { browser, id } = await aSystem(receiver.server.url);
    const one = async () => (await browser.call(clientRoutes.listClients)).clients.find((client) => client.id === id);
    await api.build.account({ organisationId: school.id });
    await tick();
    expect(await one()).toMatchObject({ pushProblem: 'refused', waitingPushes: expect.any(Number) });
    receiver.answersWith(204);
    await tick();
    expect(receiver.heard).toEqual([]);
    api.clock.advance(10_000);
    await tick();
    expect(receiver.heard).not.toEqual([]);
    expect(await one()).toMatchObject({ pushProblem: null, waitingPushes: 0 });
    await receiver.server.close();
  });

  it('cannot be at an address that only this server can reach', async () => {
    const browser = await administrator();
    const body = { name: 'Sistēma', pushUrl: 'http://169.254.169.254/' };
    const made = browser.call(clientRoutes.createClient, { body });
    expect(await rejection(made)).toMatchObject({ type: 'address-not-allowed' });
  });
});
