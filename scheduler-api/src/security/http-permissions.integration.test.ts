import { type RouteName, routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { builtInRoles, type Permission, permissions, type Role } from '@remote-clerk/shared/contracts/permissions.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { bringIn, createCall } from '../testing/people.ts';
import { routeExamples } from '../testing/route-examples.ts';
import { type Caller, createScene, type Scene } from '../testing/scene.ts';
import { sendRequest } from '../testing/send-request.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createWorld } from '../testing/world.ts';

let api: TestApi;
let scene: Scene;
let gone: Record<string, TestClient>;
let lapsed: Record<string, TestClient>;
beforeAll(async () => {
  api = await bootApi();
  gone = await createGone(api);
  scene = await createScene(api);
  lapsed = await createLapsed(api, scene);
});
afterAll(() => api.close());

const names = Object.keys(routeExamples).filter((name): name is RouteName => name in routes);
const guarded = names.filter((name) => routeExamples[name].by !== 'everyone');
const ofOrganisations = (owned: Scene) => [owned.ours.state.id, owned.ours.municipality.id];

it('has a row for every route', () => {
  expect(Object.keys(routeExamples).sort()).toEqual(Object.keys(routes).sort());
});

const everyoneElse = (name: RouteName) => {
  const example = routeExamples[name];
  const by: readonly string[] = example.by === 'everyone' ? [] : example.by;
  const exceptions = new Map(Object.entries(example.except ?? {}));
  const callers = Object.entries(scene.callers);
  const roles = new Set(callers.flatMap(([who, { role }]) => (by.includes(who) ? [role] : [])));
  return callers.flatMap(([who, { role, client }]) => {
    const outcome = roles.has(role) ? (exceptions.get(who) ?? example.others) : 'not-allowed';
    return by.includes(who) || outcome === 'not-tried' ? [] : [{ who, client, outcome }];
  });
};

/** Signed in, and once or one day somebody who may: for all but looking after oneself that is as good as nobody. */
const withoutRights = (name: RouteName) =>
  routes[name].permission === 'session.own'
    ? []
    : Object.entries(lapsed).map(([who, client]) => ({ who, client, outcome: 'not-allowed' }));

/** What a citizen at any contact point may do: it makes something that is the institution's by right. */
const forEveryCitizen: RouteName[] = ['askForConsultation', 'holdAtKiosk', 'takeTicket'];

describe('to those whom it does not concern', () => {
  // Before the others: what somebody is refused is on their own record, with what they asked for.
  const aboutOneself = guarded.filter((name) => routeExamples[name].others === 'own');
  it.each(aboutOneself)('tells only what is theirs: %s', async (name) => {
    const given = await routeExamples[name].given(scene);
    for (const { who, client } of everyoneElse(name).filter(({ outcome }) => outcome === 'own')) {
      const before = await dumpDatabase(api.context, ofOrganisations(scene));
      const answer = await sendRequest(client, routes[name], given);
      expect({ who, status: answer.status }).toEqual({ who, status: routes[name].status });
      const secrets = who === 'strangeAdministrator' ? [...scene.secrets, ...scene.administered] : scene.secrets;
      for (const secret of secrets) expect(answer.text).not.toContain(secret);
      if (who.startsWith('strange') && !forEveryCitizen.includes(name))
        expect(await dumpDatabase(api.context, ofOrganisations(scene))).toEqual(before);
    }
  });

  it.each(guarded)('is refused, and changes nothing: %s', async (name) => {
    const tries = [
      { who: 'nobody', client: api.client(), outcome: 'not-signed-in' },
      ...Object.entries(gone).map(([who, client]) => ({ who, client, outcome: 'not-signed-in' })),
      ...everyoneElse(name).filter(({ outcome }) => outcome !== 'own'),
      ...withoutRights(name),
    ];
    const given = await routeExamples[name].given(scene);
    const before = await dumpDatabase(api.context);
    const outcomes = [];
    for (const { who, client } of tries) {
      const answer = await sendRequest(client, routes[name], given);
      outcomes.push({ who, outcome: answer.problem ?? `${answer.status}` });
    }
    expect(outcomes).toEqual(tries.map(({ who, outcome }) => ({ who, outcome })));
    expect(await dumpDatabase(api.context)).toEqual(before);
  });
});

it('what a stranger is refused tells their organisation’s record nothing of ours but what they asked for themselves', async () => {
  const { strangeAuditor } = scene.callers;
  const given = { params: { caseId: scene.caseId } };
  await sendRequest(scene.callers.strangeSpecialist.client, routes.readServiceCase, given);
  const { text } = await sendRequest(strangeAuditor.client, routes.listAudit, { query: { limit: '200' } });
  const [ours] = await api.context.db.connection('service_cases').where({ id: scene.caseId }).select('number');
  expect(text).toContain(scene.caseId);
  expect(text).not.toContain(ours.number);
});

describe('a route for everyone', () => {
  it.each(names.filter((name) => !guarded.includes(name)))('is meant so by the contract: %s', (name) => {
    expect(routes[name].permission).toBe('public');
  });
});

describe('those who may', () => {
  it.each(names)('succeed: %s', async (name) => {
    const example = routeExamples[name];
    await example.before?.(scene);
    const given = await example.given(scene);
    const first = example.by === 'everyone' ? undefined : example.by[0];
    const own = first ? scene.callers[first].client : api.client();
    const client = (await example.browser?.(scene)) ?? own;
    const answer = await sendRequest(client, routes[name], given);
    expect({ problem: answer.problem, status: answer.status }).toEqual({
      problem: undefined,
      status: routes[name].status,
    });
  });
});

it('no permission is held by a role that no row tries', () => {
  const roleOf = (who: string) => Object.entries(scene.callers).find(([name]) => name === who)?.[1].role;
  const tried = new Map<Permission, Set<Role>>();
  for (const name of guarded) {
    const { permission } = routes[name];
    const { by } = routeExamples[name];
    if (permission === 'public' || by === 'everyone') throw new Error(`${name} is for everyone`);
    const roles = by.flatMap((who) => roleOf(who) ?? []);
    tried.set(permission, new Set([...(tried.get(permission) ?? []), ...roles]));
  }
  for (const [permission, roles] of tried) {
    expect({ permission, roles: [...roles].sort() }).toEqual({
      permission,
      roles: [...permissions[permission].roles].sort(),
    });
  }
});

it('a clerk is not told whether a kiosk at another contact point is in use', async () => {
  const kiosk = await scene.ours.kiosk({ online: false });
  await kiosk.ask();
  const given = { params: { kioskId: kiosk.id }, body: { serviceId: scene.ours.service.id, language: 'lv' } };
  const outcome = async (caller: Caller) => (await sendRequest(caller.client, routes.startAtKiosk, given)).problem;
  expect(await outcome(scene.callers.otherClerk)).toBe('not-found');
  await scene.callers.clerk.client.signIn(scene.clerk.account);
  expect(await outcome(scene.callers.clerk)).toBe('kiosk-busy');
});

/** In the organisations that the day is about, each with a session that is good and a right that is not. */
async function createLapsed(from: TestApi, { ours }: Scene): Promise<Record<string, TestClient>> {
  const clients: Record<string, TestClient> = {};
  const hourMs = 3_600_000;
  const at = (ms: number) => addMilliseconds(from.clock.now(), ms);
  const terms = {
    'has run out': { validFrom: at(-2 * hourMs), validUntil: at(-hourMs) },
    'begins tomorrow': { validFrom: at(24 * hourMs), validUntil: at(48 * hourMs) },
    'was withdrawn': {},
  };
  for (const [what, term] of Object.entries(terms)) {
    for (const role of builtInRoles) {
      const { id: organisationId } = ['clerk', 'administrator'].includes(role) ? ours.municipality : ours.state;
      const account = await from.build.account({ organisationId, role: null });
      const right = await from.build.right({ accountId: account.id, organisationId, role, ...term });
      if (what === 'was withdrawn') {
        const rows = from.context.db.connection('role_assignments').where({ id: right.id });
        await rows.update({ withdrawn_at: from.clock.now() });
      }
      const client = from.client();
      await client.signIn(account);
      clients[`${role} whose right ${what}`] = client;
    }
  }
  return clients;
}

/** Those who could once, each with the credentials that they had then. */
async function createGone(from: TestApi): Promise<Record<string, TestClient>> {
  const world = await createWorld(from);
  const administrator = async () => {
    const account = await from.build.account({ organisationId: world.municipality.id });
    const client = from.client();
    await client.signIn(account);
    return { account, client };
  };
  const signedIn = async () => ({
    clerk: await world.clerk(),
    specialist: await world.specialist({ atWork: false }),
    administrator: await administrator(),
  });
  const clients: Record<string, TestClient> = {};
  for (const [role, { client }] of Object.entries(await signedIn()))
    clients[`${role} whose session has run out`] = client;
  clients['kiosk whose token has run out'] = (await world.kiosk({ online: false })).client;
  from.clock.advance(13 * 3_600_000);

  for (const [role, { client }] of Object.entries(await signedIn())) {
    const cookies = [...client.cookies];
    await client.call(sessionRoutes.signOut);
    for (const [name, value] of cookies) client.cookies.set(name, value);
    clients[`${role} who has signed out`] = client;
  }
  for (const [role, { account, client }] of Object.entries(await signedIn())) {
    await world.services.staff.disable(organisationScope(account.organisationId), account.id);
    clients[`${role} whose account is disabled`] = client;
  }
  const call = await createCall(world);
  const sentOut = await bringIn(from, call.specialist, call.consultationId);
  await call.specialist.client.call(peopleRoutes.withdrawInvitation, { params: { invitationId: sentOut.id } });
  clients['guest who was sent out'] = sentOut.client;
  clients['guest whose consultation is over'] = (await bringIn(from, call.specialist, call.consultationId)).client;
  await call.end();
  const revoked = await world.kiosk({ online: false });
  await world.services.enrolment.revoke(organisationScope(world.municipality.id), revoked.id);
  clients['kiosk that was revoked'] = revoked.client;
  const inventive = from.client();
  inventive.useBearer('A'.repeat(43));
  clients['kiosk with a token that nobody gave'] = inventive;
  return clients;
}
