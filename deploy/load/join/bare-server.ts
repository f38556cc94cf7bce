// The least that carries a call: one mediasoup worker, a router for each call, no rights, no rooms, no records.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { ProducerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { createWorker } from 'mediasoup';
import type { Router, WebRtcTransport } from 'mediasoup/types';
import { build } from 'vite';
import type { z } from 'zod';
import { mediaCodecs } from '../../../sfu-server/src/media/codecs.ts';
import { knownExtensions } from '../../../sfu-server/src/media/header-extensions.ts';
import { bareMessages, type Message, type Side } from './bare-messages.ts';

const host = '127.0.0.1';
const page = `<!doctype html><title>bare</title><video autoplay playsinline muted></video><button>accept</button>
<script type="module" src="/page.js"></script>`;

type Answer = (raw: unknown) => Promise<unknown>;

const script = await bundle();
const worker = await createWorker({ logLevel: 'warn' });
const webRtcServer = await worker.createWebRtcServer({
  listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ip: host })),
});
let answers = await newCall();

const server = createServer(async (request, response) => {
  const name = request.url?.slice(1) ?? '';
  try {
    if (name === '') return void response.setHeader('content-type', 'text/html').end(page);
    if (name === 'page.js') return void response.setHeader('content-type', 'text/javascript').end(script);
    if (name === 'new-call') {
      answers = await newCall();
      return void response.end('{}');
    }
    const answer = answers.get(name);
    if (!answer) return void response.writeHead(404).end();
    const reply = await answer(JSON.parse(await text(request)));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(0, host);
await once(server, 'listening');
const address = server.address();
if (process.send && address !== null && typeof address === 'object')
  process.send({ url: `http://${host}:${address.port}` });
process.once('disconnect', () => process.exit());

/** @returns a message's name, and what answers it once it is parsed */
function on<Payload extends z.ZodType, Reply extends z.ZodType>(
  { name, payload }: Message<Payload, Reply>,
  answer: (payload: z.output<Payload>) => Promise<z.input<Reply>>,
): [string, Answer] {
  return [name, (raw) => answer(payload.parse(raw))];
}

async function newCall(): Promise<Map<string, Answer>> {
  return call(await worker.createRouter({ mediaCodecs }));
}

function call(router: Router): Map<string, Answer> {
  const transports = new Map<string, WebRtcTransport>();
  const produced = new Map<string, PromiseWithResolvers<ProducerId>>();
  const accepted = Promise.withResolvers<void>();
  const transport = (id: string) => {
    const found = transports.get(id);
    if (!found) throw new Error('There is no such transport');
    return found;
  };
  const producer = (side: Side, kind: string) => {
    const key = `${side} ${kind}`;
    const known = produced.get(key) ?? Promise.withResolvers<ProducerId>();
    produced.set(key, known);
    return known;
  };
  const { accept, capabilities, connect, consume, produce, ...messages } = bareMessages;
  return new Map([
    on(messages.accepted, async () => {
      await accepted.promise;
      return {};
    }),
    on(accept, async () => {
      accepted.resolve();
      return {};
    }),
    on(capabilities, async () => ({
      codecs: router.rtpCapabilities.codecs,
      headerExtensions: knownExtensions(router.rtpCapabilities.headerExtensions),
    })),
    on(messages.transport, async () => {
      const made = await router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 1_000_000 });
      transports.set(made.id, made);
      const { id, iceParameters, iceCandidates, dtlsParameters } = made;
      return messages.transport.reply.parse({ id, iceParameters, iceCandidates, dtlsParameters });
    }),
    on(connect, async ({ id, dtlsParameters }) => {
      await transport(id).connect({ dtlsParameters });
      return {};
    }),
    on(produce, async ({ id, side, kind, rtpParameters }) => {
      const made = await transport(id).produce({ kind, rtpParameters });
      const producerId = ProducerId.parse(made.id);
      producer(side, kind).resolve(producerId);
      return { id: producerId };
    }),
    on(consume, async ({ id, side, kind, rtpCapabilities }) => {
      const producerId = await producer(side === 'citizen' ? 'specialist' : 'citizen', kind).promise;
      const { id: consumerId, rtpParameters } = await transport(id).consume({ producerId, rtpCapabilities });
      const headerExtensions = knownExtensions(rtpParameters.headerExtensions);
      const parameters = { ...rtpParameters, headerExtensions };
      return consume.reply.parse({ id: consumerId, producerId, kind, rtpParameters: parameters });
    }),
  ]);
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: { write: false, target: 'esnext', rolldownOptions: { input: `${import.meta.dirname}/bare-page.ts` } },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const chunk = outputs.flatMap(({ output }) => output).find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The page was not built');
  return chunk.code;
}
