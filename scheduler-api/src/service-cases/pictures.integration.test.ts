import { randomUUID } from 'node:crypto';
import { largestPicture, peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { PictureId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { bringInColleague, createCall } from '../testing/people.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let call: Awaited<ReturnType<typeof createCall>>;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  call = await createCall(world);
});
afterEach(() => api.close());

const jpeg = (bytes = 1000) => {
  const picture = Buffer.alloc(bytes, 7);
  picture.set([0xff, 0xd8, 0xff, 0xe0]);
  return picture;
};
const save = (picture: Buffer) =>
  call.kiosk.client.call(peopleRoutes.savePicture, {
    params: call.params,
    body: { jpeg: picture.toString('base64') },
    idempotencyKey: randomUUID(),
  });
const of = (pictureId: PictureId) => ({ params: { caseId: call.caseId, pictureId } });
const readCase = () =>
  call.specialist.client.call(serviceCaseRoutes.readServiceCase, { params: { caseId: call.caseId } });
const actions = async () => {
  const rows: { action: string }[] = await api.context.db.connection('audit_entries').select('action');
  return rows.map(({ action }) => action).filter((action) => action.startsWith('picture.'));
};

describe('a picture from the document camera', () => {
  it('is in the case, byte for byte, and who took, saw and threw it away is on record', async () => {
    const taken = await save(jpeg(5000));
    expect(taken.bytes).toBe(5000);
    const found = await readCase();
    expect(found.pictures).toEqual([taken]);
    expect(found.timeline.at(-1)).toMatchObject({ step: 'picture-taken', actor: 'citizen' });
    const shown = await call.specialist.client.call(peopleRoutes.readPicture, of(taken.id));
    expect(Buffer.from(shown.jpeg, 'base64')).toEqual(jpeg(5000));
    await call.specialist.client.call(peopleRoutes.deletePicture, of(taken.id));
    expect((await readCase()).pictures).toEqual([]);
    await expect(call.specialist.client.call(peopleRoutes.readPicture, of(taken.id))).rejects.toMatchObject({
      type: 'not-found',
    });
    expect(await actions()).toEqual(['picture.take', 'picture.read', 'picture.delete', 'picture.read']);
  });

  it('may be as large as the largest and no larger, and no other route takes as much', async () => {
    expect((await save(jpeg(largestPicture))).bytes).toBe(largestPicture);
    await expect(save(jpeg(largestPicture + 3))).rejects.toMatchObject({ type: 'invalid-request' });
    await expect(save(jpeg(2 * largestPicture))).rejects.toMatchObject({ type: 'too-large' });
    const chat = call.kiosk.client.call(peopleRoutes.writeChat, {
      params: call.params,
      body: { text: 'a'.repeat(100_000) },
      idempotencyKey: randomUUID(),
    });
    await expect(chat).rejects.toMatchObject({ type: 'too-large' });
  });

  it('of others than may send one is not even read', async () => {
    const body = JSON.stringify({ jpeg: jpeg(largestPicture).toString('base64') });
    const path = peopleRoutes.savePicture.path.replace(':consultationId', call.consultationId);
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    for (const [client, status] of [
      [api.client(), 401],
      [call.specialist.client, 403],
    ] as const)
      expect((await client.raw(path, { method: 'POST', headers, body })).status).toBe(status);
  });

  it('is a JPEG', async () => {
    await expect(save(Buffer.from('GIF89a'))).rejects.toMatchObject({
      type: 'invalid-request',
      fields: [{ pointer: '/body/jpeg' }],
    });
  });

  it('is taken in the call only, and there are twenty at most', async () => {
    for (let count = 0; count < 20; count += 1) await save(jpeg(10));
    await expect(save(jpeg(10))).rejects.toMatchObject({ type: 'illegal-transition' });
    await call.end();
    await expect(save(jpeg(10))).rejects.toMatchObject({ type: 'illegal-transition' });
  });

  it('stays once the case is closed', async () => {
    const { id } = await save(jpeg());
    await call.end();
    await call.specialist.client.call(serviceCaseRoutes.closeServiceCase, {
      params: { caseId: call.caseId },
      body: { version: 1, outcome: 'advised', notes: '' },
    });
    await expect(call.specialist.client.call(peopleRoutes.deletePicture, of(id))).rejects.toMatchObject({
      type: 'illegal-transition',
    });
  });

  it('is seen by whoever has the case, also after it was handed over', async () => {
    const { id } = await save(jpeg());
    const colleague = await world.specialist();
    await expect(colleague.client.call(peopleRoutes.readPicture, of(id))).rejects.toMatchObject({ type: 'not-found' });
    const { id: invitationId } = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    await call.specialist.client.call(peopleRoutes.handOver, { params: call.params, body: { invitationId } });
    await colleague.client.call(peopleRoutes.readPicture, of(id));
    await expect(call.specialist.client.call(peopleRoutes.readPicture, of(id))).rejects.toMatchObject({
      type: 'not-found',
    });
  });
});
