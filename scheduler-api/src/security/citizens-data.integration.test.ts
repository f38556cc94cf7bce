import { type RouteName, routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { routeExamples } from '../testing/route-examples.ts';
import { createScene, type Scene } from '../testing/scene.ts';
import { sendRequest } from '../testing/send-request.ts';

/** Routes that read and show nothing of citizens, or whose looks are recorded otherwise; each with the reason. */
const notOfCitizens: Partial<Record<RouteName, string>> = {
  currentSession: 'oneself',
  readKioskView: 'the citizen’s own screen',
  listKioskServices: 'services and waits',
  listContactPointServices: 'services and waits',
  findSlots: 'free times',
  listBookableServices: 'services',
  listBookableSpecialists: 'staff',
  listTransferSpecialists: 'staff',
  listTransferColleagues: 'staff',
  listOnDuty: 'staff',
  listInstitutions: 'institutions',
  readSchedule: 'working time',
  readOpeningHours: 'opening hours',
  readLoad: 'counts of what is expected',
  readOperations: 'calls without who is in them',
};
/** Administration of the installation itself, by the permission that it needs. */
const administration = [
  'organisation.manage',
  'sign-in.manage',
  'rights.manage',
  'session.own',
  'costs.read',
  'audit.read',
  'clients.manage',
  'calendar.own',
];

const all: [string, Route][] = Object.entries(routes);
const names = Object.keys(routeExamples).filter((name): name is RouteName => name in routes);
const flagged = names.filter((name) => 'citizens' in routes[name]);
const subjectOf = (name: RouteName) => {
  const route: Route = routes[name];
  return route.citizens?.subject ?? '';
};

let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await bootApi();
  scene = await createScene(api);
});
afterAll(() => api.close());

const Entry = z.object({
  action: z.string(),
  result: z.string(),
  actor_kind: z.string(),
  source_ip: z.string().nullable(),
});
const recordedSince = async (before: number) =>
  z.array(Entry).parse(await api.context.db.connection('audit_entries').orderBy('id').offset(before).limit(1_000));
const count = async () =>
  z.array(z.string()).parse(await api.context.db.connection('audit_entries').pluck('id')).length;

it('every route that reads says that it shows citizens’ data, or stands among those that do not, with the reason', () => {
  const unsaid = all.filter(
    ([name, route]) =>
      route.method === 'get' &&
      route.permission !== 'public' &&
      route.citizens === undefined &&
      !administration.includes(route.permission) &&
      !(name in notOfCitizens),
  );
  expect(unsaid.map(([name]) => name)).toEqual([]);
});

describe('a look at citizens’ data is on record', () => {
  // Also those that are none: each can succeed after the ones before it.
  it.each(names)('whoever may: %s', async (name) => {
    const example = routeExamples[name];
    await example.before?.(scene);
    const given = await example.given(scene);
    const before = await count();
    const first = example.by === 'everyone' ? undefined : example.by[0];
    const own = first ? scene.callers[first].client : api.client();
    const { status } = await sendRequest((await example.browser?.(scene)) ?? own, routes[name], given);
    if (!flagged.includes(name)) return;
    expect(status).toBeLessThan(300);
    const looks = (await recordedSince(before)).filter(({ action }) => action.startsWith(`${subjectOf(name)}.`));
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect(look).toMatchObject({ result: 'done', source_ip: expect.any(String) });
  });

  it.each(flagged)('whoever may not: %s', async (name) => {
    const example = routeExamples[name];
    const given = await example.given(scene);
    const before = await count();
    const stranger = scene.callers.strangeAdministrator.client;
    const { problem } = await sendRequest(stranger, routes[name], given);
    const looks = await recordedSince(before);
    if (problem) expect(looks).toContainEqual(expect.objectContaining({ result: 'refused', actor_kind: 'staff' }));
  });
});
