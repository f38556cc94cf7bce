import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { CitizenSignInId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { serveTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { createWorld, type World, type WorldKiosk } from '../testing/world.ts';

const anna = {
  sub: 'anna',
  given_name: 'Anna',
  family_name: 'Ķirse',
  personal_code: '161175-19997',
};

let api: TestApi;
let provider: TestProvider;
let world: World;
let kiosk: WorldKiosk;
const boot = async (signIn?: Partial<NonNullable<Config['citizens']['signIn']>>) => {
  const { issuer, clientId, clientSecret } = provider;
  const through = {
    issuer,
    clientId,
    clientSecret,
    name: 'latvija.lv',
    scopes: ['profile'],
    codeClaim: 'personal_code',
    origins: ['https://e.example'],
  };
  const { keys } = citizenKeys;
  api = await bootApi({ config: { citizens: { keys, signIn: { ...through, ...signIn } } } });
  world = await createWorld(api);
  await world.node();
  kiosk = await world.kiosk();
};
const citizenKeys: Pick<Config['citizens'], 'keys'> = { keys: [{ id: 'test', key: Buffer.alloc(32, 3) }] };
beforeEach(async () => {
  provider = await serveTestProvider(createFakeClock());
  await boot();
});
afterEach(async () => {
  await api.close();
  await provider.close();
});

const begin = (at = kiosk) =>
  at.client.call(identityRoutes.beginCitizenSignIn, { body: { serviceId: world.service.id } });
const complete = (signInId: CitizenSignInId, query: string, at = kiosk) =>
  at.client.call(identityRoutes.completeCitizenSignIn, { params: { signInId }, body: { query } });
const signIn = async (person = anna, at = kiosk) => {
  const { id, url } = await begin(at);
  return { id, ...(await complete(id, provider.letIn(url, person), at)) };
};
const ask = (signInId: CitizenSignInId, at = kiosk) =>
  at.client.call(consultationRoutes.askForConsultation, {
    body: { serviceId: world.service.id, language: 'lv', signInId },
    idempotencyKey: randomUUID(),
  });
async function whoIsServed() {
  const specialist = await world.specialist();
  const [waiting] = (await specialist.desk()).waiting;
  if (!waiting) throw new Error('Nobody waits');
  const { caseId } = await specialist.client.call(consultationRoutes.acceptConsultation, {
    params: { consultationId: waiting.consultationId },
    body: {},
  });
  return (await specialist.client.call(identityRoutes.readIdentity, { params: { caseId } })).identity;
}
const refusals = async () => {
  const rows = await api.context.db
    .connection('audit_entries')
    .where({ action: 'citizen-identity.sign-in', result: 'refused' });
  return rows.map(({ details }) => JSON.parse(details).reason);
};

describe('a citizen who signs in at the kiosk', () => {
  it('is sent to the provider, with what only this server can answer', async () => {
    const { url, returnTo, origins } = await begin();
    const asked = new URL(url);
    expect(asked.origin).toBe(provider.issuer);
    expect(origins).toEqual([provider.issuer, 'https://e.example']);
    expect(asked.searchParams.get('redirect_uri')).toBe(returnTo);
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    expect((await kiosk.view()).signInThrough).toBe('latvija.lv');
  });

  it('is known in the case as soon as they have asked, and nowhere after', async () => {
    const { id, name, endSessionUrl } = await signIn();
    expect(name).toBe('Anna Ķirse');
    expect(endSessionUrl).toMatch(`${provider.issuer}/end`);
    expect(endSessionUrl).not.toContain('16117');
    expect(JSON.stringify(await dumpDatabase(api.context))).not.toContain('Ķirse');
    const { view } = await ask(id);
    expect(view.consultation?.identity).toBe('checked');
    expect(await api.context.db.connection('citizen_sign_ins')).toEqual([]);
    expect(await whoIsServed()).toMatchObject({
      method: 'provider',
      provider: 'latvija.lv',
      evidence: null,
      familyName: 'Ķirse',
      maskedCode: '16••••-•••97',
      checkedBy: null,
    });
  });

  it('may have no personal code', async () => {
    const { id } = await signIn({ ...anna, personal_code: 'PNOEE-38001085718' });
    await ask(id);
    expect(await whoIsServed()).toMatchObject({ familyName: 'Ķirse', maskedCode: null });
  });

  it('is forgotten with the kiosk’s wipe', async () => {
    const { id } = await signIn();
    await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    expect(await api.context.db.connection('citizen_sign_ins')).toEqual([]);
    expect((await ask(id)).view.consultation?.identity).toBe('none');
  });

  it('is forgotten when they do not ask within ten minutes', async () => {
    const { id } = await signIn();
    api.clock.advance(10 * 60_000);
    await api.jobs.tick();
    expect(await api.context.db.connection('citizen_sign_ins')).toEqual([]);
    await kiosk.prove().then((token) => kiosk.client.useBearer(token));
    expect((await ask(id)).view.consultation?.identity).toBe('none');
  });

  it('is not known at another kiosk, nor for another institution', async () => {
    const other = await world.kiosk();
    const { id } = await signIn();
    expect((await ask(id, other)).view.consultation?.identity).toBe('none');
    await api.context.db.connection('citizen_sign_ins').update({ organisation_id: world.municipality.id });
    expect((await ask(id)).view.consultation?.identity).toBe('none');
  });
});

describe('signing in is refused', () => {
  it('with an answer to something else, with one that was used, and once is enough', async () => {
    const first = await begin();
    const answer = provider.letIn(first.url, anna);
    const second = await begin();
    await expect(complete(first.id, answer)).rejects.toMatchObject({ type: 'sign-in-failed' });
    await expect(complete(second.id, answer)).rejects.toMatchObject({ type: 'sign-in-failed' });
    const third = await begin();
    const good = provider.letIn(third.url, anna);
    await complete(third.id, good);
    await expect(complete(third.id, good)).rejects.toMatchObject({ type: 'sign-in-failed' });
    expect(await refusals()).toEqual(['nothing-begun', 'state', 'nothing-begun']);
  });

  it('at another kiosk than where it was begun', async () => {
    const other = await world.kiosk();
    const { id, url } = await begin();
    await expect(complete(id, provider.letIn(url, anna), other)).rejects.toMatchObject({ type: 'sign-in-failed' });
  });

  it('when the citizen went away, or the provider sends a token of somebody else', async () => {
    const away = await begin();
    const { searchParams } = new URL(away.url);
    const query = `?error=access_denied&state=${searchParams.get('state')}&iss=${encodeURIComponent(provider.issuer)}`;
    await expect(complete(away.id, query)).rejects.toMatchObject({ type: 'sign-in-failed' });
    const forged = await begin();
    const answer = provider.letIn(forged.url, anna, { signing: 'another key' });
    await expect(complete(forged.id, answer)).rejects.toMatchObject({ type: 'sign-in-failed' });
    expect(await refusals()).toEqual(['provider-refused', 'token-signature']);
  });

  it('without a name, and ten minutes after it was begun', async () => {
    const { given_name: _none, ...nameless } = anna;
    const { id, url } = await begin();
    await expect(complete(id, provider.letIn(url, nameless))).rejects.toMatchObject({ type: 'sign-in-failed' });
    const late = await begin();
    api.clock.advance(10 * 60_000);
    await expect(complete(late.id, provider.letIn(late.url, anna))).rejects.toMatchObject({ type: 'sign-in-failed' });
    expect(await refusals()).toEqual(['claims', 'nothing-begun']);
  });

  it('calmly while the provider is away, and where there is none', async () => {
    provider.be('down');
    await expect(begin()).rejects.toMatchObject({ type: 'provider-unavailable' });
    await api.close();
    api = await bootApi();
    world = await createWorld(api);
    const elsewhere = await world.kiosk();
    expect((await elsewhere.view()).signInThrough).toBeNull();
    await expect(begin(elsewhere)).rejects.toMatchObject({ type: 'illegal-transition' });
  });

  it('and a token that holds the code is not put into an address', async () => {
    const { id, url } = await begin();
    const answer = provider.letIn(url, anna, { claims: { personal_code: anna.personal_code } });
    expect((await complete(id, answer)).endSessionUrl).toBeNull();
  });
});
