import { z } from 'zod';
import type { MediaLoad } from './media-load.ts';
import { MediasoupEnd } from './mediasoup-end.ts';

const Produced = z.object({ id: z.string() });

/** Opens a room of so many people on the bare server: all send, then each gets what the others send. */
export async function openBareRoom(load: MediaLoad, url: string, room: string, people: number): Promise<void> {
  const ask = async (name: string, payload: object): Promise<unknown> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ name, room, ...payload }) });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    return response.json();
  };
  const ends: { receiving: string; rtpCapabilities: unknown; end: MediasoupEnd; producers: string[] }[] = [];
  for (let person = 0; person < people; person++) {
    let receiving = '';
    const producers: string[] = [];
    const end = new MediasoupEnd(load, {
      capabilities: () => ask('capabilities', {}),
      createTransport: async (direction) => {
        const figures = await ask('create-transport', {});
        if (direction === 'receive') receiving = Produced.parse(figures).id;
        return figures;
      },
      connect: (transportId, dtlsParameters) => ask('connect', { transportId, dtlsParameters }),
      produce: async (transportId, kind, rtpParameters) => {
        const { id } = Produced.parse(await ask('produce', { transportId, kind, rtpParameters }));
        producers.push(id);
        return id;
      },
    });
    const rtpCapabilities = await end.prepare();
    await end.send(['audio', 'video']);
    ends.push({ receiving, rtpCapabilities, end, producers });
  }
  for (const { end, receiving, rtpCapabilities } of ends) {
    for (const { producers } of ends.filter((other) => other.end !== end)) {
      for (const producerId of producers) {
        const offer = await ask('consume', { transportId: receiving, producerId, rtpCapabilities });
        await end.consume(offer);
        await ask('resume', { consumerId: Produced.parse(offer).id });
      }
    }
  }
}
