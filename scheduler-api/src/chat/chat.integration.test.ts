import { randomUUID } from 'node:crypto';
import { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { bringIn, createCall } from '../testing/people.ts';
import type { TestClient } from '../testing/test-client.ts';
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

type Has = { client: TestClient };
const write = ({ client }: Has, text: string, idempotencyKey: string = randomUUID()) =>
  client.call(peopleRoutes.writeChat, { params: call.params, body: { text }, idempotencyKey });
const read = async ({ client }: Has, after = 0) =>
  (await client.call(peopleRoutes.listChat, { params: call.params, query: { after } })).messages;

describe('the chat of a consultation', () => {
  it('is the same for all who are in it, in the order of its numbers, and tells them of each line', async () => {
    const guest = await bringIn(api, call.specialist, call.consultationId);
    const sockets = [call.kiosk.socket, call.specialist.socket, await guest.connect()];
    await write(call.specialist, 'Labdien');
    await write(call.kiosk, 'Nedzirdu');
    await write(guest, 'Es tulkoju');
    for (const socket of sockets) await socket?.told('chat', ChatNews, ({ latest }) => latest === 3);
    const lines = await read(guest);
    expect(lines.map(({ sequence, from, text }) => `${sequence} ${from}: ${text}`)).toEqual([
      '1 specialist: Labdien',
      '2 citizen: Nedzirdu',
      '3 interpreter: Es tulkoju',
    ]);
    expect(await read(call.kiosk)).toEqual(lines);
    expect((await read(call.specialist, 2)).map(({ text }) => text)).toEqual(['Es tulkoju']);
  });

  it('numbers lines that come at the same moment without a gap', async () => {
    const guest = await bringIn(api, call.specialist, call.consultationId);
    const writers = [call.kiosk, call.specialist, guest];
    await Promise.all(Array.from({ length: 24 }, (_, index) => write(writers[index % 3] ?? guest, `${index}`)));
    expect((await read(guest)).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  });

  it('has a line once, however often it is sent', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([write(call.kiosk, 'Viens', key), write(call.kiosk, 'Viens', key)]);
    expect(second).toEqual(first);
    expect(await read(call.kiosk)).toHaveLength(1);
  });

  it('stays readable at the kiosk until that is wiped, and in the case for good; nobody writes any more', async () => {
    await write(call.kiosk, 'Paldies');
    await call.end();
    await expect(write(call.kiosk, 'Vēl')).rejects.toMatchObject({ type: 'illegal-transition' });
    expect(await read(call.kiosk)).toHaveLength(1);
    await call.kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    await expect(read(call.kiosk)).rejects.toMatchObject({ type: 'not-found' });
    const { chat } = await call.specialist.client.call(serviceCaseRoutes.readServiceCase, {
      params: { caseId: call.caseId },
    });
    expect(chat.map(({ text }) => text)).toEqual(['Paldies']);
  });

  it('says that a line was taken also when the call has ended since', async () => {
    const key = randomUUID();
    const taken = await write(call.kiosk, 'Paldies', key);
    await call.end();
    expect(await write(call.kiosk, 'Paldies', key)).toEqual(taken);
  });

  it('takes no line before somebody has answered, nor after the most that a call can have', async () => {
    const other = await world.kiosk();
    const { consultationId } = await other.ask();
    const early = other.client.call(peopleRoutes.writeChat, {
      params: { consultationId },
      body: { text: 'Labdien' },
      idempotencyKey: randomUUID(),
    });
    await expect(early).rejects.toMatchObject({ type: 'illegal-transition' });
    const line = await write(call.kiosk, 'Pirmā');
    await api.context.db.connection('chat_messages').where({ id: line.id }).update({ sequence: 500 });
    await expect(write(call.kiosk, 'Par daudz')).rejects.toMatchObject({ type: 'illegal-transition' });
  });

  it('bears nobody who floods it', async () => {
    for (let count = 0; count < 20; count += 1) await write(call.kiosk, `${count}`);
    await expect(write(call.kiosk, 'Vēl')).rejects.toMatchObject({ type: 'too-many-requests', retryAfterSeconds: 10 });
    await write(call.specialist, 'Lēnāk');
    api.clock.advance(10_000);
    await write(call.kiosk, 'Vēl');
  });

  it('is shut to colleagues, other kiosks and guests of other consultations', async () => {
    const colleague = await world.specialist();
    const other = await createCall(world, { specialist: colleague });
    const guest = await bringIn(api, colleague, other.consultationId);
    for (const stranger of [colleague, other.kiosk, guest]) {
      await expect(read(stranger)).rejects.toMatchObject({ type: 'not-found' });
      await expect(write(stranger, 'Labdien')).rejects.toMatchObject({ type: 'not-found' });
    }
    await expect(
      guest.client.call(consultationRoutes.createCallTicket, { params: call.params, body: {} }),
    ).rejects.toMatchObject({ type: 'not-found' });
  });
});
