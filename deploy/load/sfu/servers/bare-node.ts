// A process with one mediasoup worker and as little around it as lets clients in: what ours is compared with.
import { createServer, type IncomingMessage } from 'node:http';
import { createWorker } from 'mediasoup';
import type {
  Consumer,
  DtlsParameters,
  MediaKind,
  Router,
  RtpCapabilities,
  RtpParameters,
  WebRtcTransport,
} from 'mediasoup/types';
import { z } from 'zod';
import { mediaCodecs } from '../../../../sfu-server/src/media/codecs.ts';

const socketBufferBytes = 4 * 1024 * 1024;
const listen = { ip: '127.0.0.1', announcedAddress: '127.0.0.1' };

const worker = await createWorker({ logLevel: 'warn' });
worker.on('died', () => process.exit(1));
const webRtcServer = await worker.createWebRtcServer({
  listenInfos: [
    { ...listen, protocol: 'udp', recvBufferSize: socketBufferBytes, sendBufferSize: socketBufferBytes },
    { ...listen, protocol: 'tcp' },
  ],
});
const routers = new Map<string, Router>();
const transports = new Map<string, WebRtcTransport>();
const consumers = new Map<string, Consumer>();

const anything = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);
const Request = z.intersection(
  z.object({ room: z.string() }),
  z.discriminatedUnion('name', [
    z.object({ name: z.literal('capabilities') }),
    z.object({ name: z.literal('create-transport') }),
    z.object({ name: z.literal('connect'), transportId: z.string(), dtlsParameters: anything<DtlsParameters>() }),
    z.object({
      name: z.literal('produce'),
      transportId: z.string(),
      kind: z.enum(['audio', 'video']) satisfies z.ZodType<MediaKind>,
      rtpParameters: anything<RtpParameters>(),
    }),
    z.object({
      name: z.literal('consume'),
      transportId: z.string(),
      producerId: z.string(),
      rtpCapabilities: anything<RtpCapabilities>(),
    }),
    z.object({ name: z.literal('resume'), consumerId: z.string() }),
  ]),
);

async function answer(request: z.infer<typeof Request>): Promise<object> {
  const router = routers.get(request.room) ?? (await worker.createRouter({ mediaCodecs }));
  routers.set(request.room, router);
  switch (request.name) {
    case 'capabilities':
      return router.rtpCapabilities;
    case 'create-transport': {
      const transport = await router.createWebRtcTransport({
        webRtcServer,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
      });
      transports.set(transport.id, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    }
    case 'connect':
      await known(transports, request.transportId).connect(request);
      return {};
    case 'produce': {
      const { id } = await known(transports, request.transportId).produce(request);
      return { id };
    }
    case 'consume': {
      const consumer = await known(transports, request.transportId).consume({ ...request, paused: true });
      consumers.set(consumer.id, consumer);
      const { id, producerId, kind, rtpParameters } = consumer;
      return { id, producerId, kind, rtpParameters };
    }
    case 'resume':
      await known(consumers, request.consumerId).resume();
      return {};
  }
}

function known<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (!value) throw new Error(`There is no ${id}`);
  return value;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const server = createServer(async (request, response) => {
  try {
    response.end(JSON.stringify(await answer(Request.parse(JSON.parse(await textOf(request))))));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
