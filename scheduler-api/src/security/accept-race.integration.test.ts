import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { sendRequest } from '../testing/send-request.ts';
import { createWorld } from '../testing/world.ts';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi();
});
afterAll(() => api.close());

const Engaged = z.array(z.object({ specialist_id: z.string(), count: z.coerce.number() }));

it('fifty specialists press accept at the same moment, ten times: always exactly one succeeds', async () => {
  const world = await createWorld(api);
  await world.node();
  const everyone = [];
  for (let number = 0; number < 50; number += 1) everyone.push(await world.specialist({ atWork: false }));
  const kiosk = await world.kiosk({ online: false });
  for (let round = 0; round < 10; round += 1) {
    const { consultationId } = await kiosk.ask();
    const given = { params: { consultationId }, body: {} };
    const answers = await Promise.all(
      everyone.map(({ client }) => sendRequest(client, routes.acceptConsultation, given)),
    );
    const outcomes = Map.groupBy(answers, ({ problem }) => problem ?? 'accepted');
    expect([...outcomes].map(([outcome, all]) => [outcome, all.length]).sort()).toEqual([
      ['accepted', 1],
      ['already-taken', 49],
    ]);
    const winner = everyone[answers.findIndex(({ status }) => status === 200)];
    const { current } = (await winner?.desk()) ?? {};
    expect(current?.id).toBe(consultationId);
    await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
  }
});

it('one specialist presses accept on ten consultations at the same moment: gets exactly one', async () => {
  const world = await createWorld(api);
  await world.node();
  const specialist = await world.specialist({ atWork: false });
  const asked = [];
  for (let number = 0; number < 10; number += 1) asked.push(await (await world.kiosk({ online: false })).ask());
  const outcomes = await Promise.all(
    asked.map(({ consultationId }) =>
      specialist.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} }).then(
        () => 'accepted',
        (error: { type?: string }) => error.type,
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'specialist-busy')).toHaveLength(9);
  const engaged = await api.context.db
    .connection('consultations')
    .whereIn('state', ['accepted', 'live'])
    .where({ specialist_id: specialist.id })
    .groupBy('specialist_id')
    .select('specialist_id')
    .count({ count: '*' });
  expect(Engaged.parse(engaged)).toEqual([{ specialist_id: specialist.id, count: 1 }]);
});
