import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isDuplicate } from '../db/retry.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let row: (changes: Record<string, unknown>) => Promise<Record<string, unknown>>;
let specialists: string[];
beforeAll(async () => {
  api = await bootApi();
  world = await createWorld(api);
  const kiosk = await world.kiosk({ online: false });
  const { consultationId } = await kiosk.ask();
  await api.context.db.connection('consultations').where({ id: consultationId }).update({ state: 'ended' });
  const [pattern] = z
    .array(z.record(z.string(), z.unknown()))
    .parse(await api.context.db.connection('consultations').where({ id: consultationId }));
  /** A consultation as the application would write it, at a kiosk of its own unless one is named. */
  row = async (changes) => ({
    ...pattern,
    id: api.context.ids.uuid(),
    room_id: null,
    kiosk_id: (await world.kiosk({ online: false })).id,
    ...changes,
  });
  specialists = [(await world.specialist({ atWork: false })).id, (await world.specialist({ atWork: false })).id];
});
afterAll(() => api.close());

const table = () => api.context.db.connection('consultations');
/** What the database itself says, past all code. */
const insert = async (changes: Record<string, unknown>) =>
  table()
    .insert(await row(changes))
    .then(
      () => 'kept',
      (error: unknown) => (isDuplicate(error) ? 'refused as the second' : 'refused'),
    );

const open = ['waiting', 'offered', 'accepted', 'live'];
const over = ['ended', 'dropped', 'abandoned'];

describe('the database itself refuses', () => {
  it('a second open consultation at one kiosk, in whatever states, and keeps any number that are over', async () => {
    for (const first of open) {
      const { id: kiosk_id } = await world.kiosk({ online: false });
      expect(await insert({ kiosk_id, state: first })).toBe('kept');
      for (const second of open) expect(await insert({ kiosk_id, state: second })).toBe('refused as the second');
      for (const state of [...over, ...over]) expect(await insert({ kiosk_id, state })).toBe('kept');
      expect(await table().where({ kiosk_id }).whereIn('state', open)).toHaveLength(1);
    }
  });

  it('that one that is over is opened again beside another', async () => {
    const { id: kiosk_id } = await world.kiosk({ online: false });
    await insert({ kiosk_id, state: 'ended' });
    await insert({ kiosk_id, state: 'waiting' });
    const reopened = table()
      .where({ kiosk_id, state: 'ended' })
      .update({ state: 'live' })
      .then(
        () => 'kept',
        (error: unknown) => isDuplicate(error),
      );
    expect(await reopened).toBe(true);
  });

  it('a second call of one specialist', async () => {
    const [busy, free] = specialists;
    expect(await insert({ specialist_id: busy, state: 'accepted' })).toBe('kept');
    for (const state of ['accepted', 'live'])
      expect(await insert({ specialist_id: busy, state })).toBe('refused as the second');
    expect(await insert({ specialist_id: free, state: 'live' })).toBe('kept');
    for (const state of over) expect(await insert({ specialist_id: busy, state })).toBe('kept');
  });

  it('a second ring at one specialist', async () => {
    const [rung, other] = specialists;
    expect(await insert({ offered_to: rung, state: 'offered' })).toBe('kept');
    expect(await insert({ offered_to: rung, state: 'offered' })).toBe('refused as the second');
    expect(await insert({ offered_to: other, state: 'offered' })).toBe('kept');
  });

  it('a state that there is none of, and things that are not there', async () => {
    const nobody = api.context.ids.uuid();
    expect(await insert({ state: 'paused' })).toBe('refused');
    for (const column of ['organisation_id', 'institution_id', 'service_id', 'contact_point_id', 'kiosk_id'])
      expect(await insert({ [column]: nobody })).toBe('refused');
    for (const column of ['offered_to', 'specialist_id', 'started_by'])
      expect(await insert({ [column]: nobody })).toBe('refused');
  });
});
