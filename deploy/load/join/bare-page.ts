import { openCamera, openMicrophone } from '@remote-clerk/shared/call/devices.ts';
import { TransportId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { Device, type types } from 'mediasoup-client';
import type { z } from 'zod';
import { bareMessages, type Message, Side } from './bare-messages.ts';

const kinds = ['audio', 'video'] as const;
const side = Side.parse(location.hash.slice(1));

async function ask<Payload extends z.ZodType, Reply extends z.ZodType>(
  { name, reply }: Message<Payload, Reply>,
  payload: z.input<Payload>,
): Promise<z.output<Reply>> {
  const response = await fetch(`/${name}`, { method: 'POST', body: JSON.stringify(payload) });
  return reply.parse(await response.json());
}

// Devices are open before, as ours are: what is compared is the way to the other end.
const tracks = { audio: await openMicrophone(), video: await openCamera() };
const video = document.querySelector('video');
const button = document.querySelector('button');
if (!video || !button) throw new Error('The page is not the one that this was written for');

video.requestVideoFrameCallback((now) => {
  video.dataset.firstFrameAt = String(performance.timeOrigin + now);
});

if (side === 'citizen') ask(bareMessages.accepted, {}).then(join);
else
  button.addEventListener('click', () => {
    void ask(bareMessages.accept, {});
    void join();
  });
document.body.dataset.ready = 'true';

async function join(): Promise<void> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: await ask(bareMessages.capabilities, {}) });
  const [sendOptions, receiveOptions] = await Promise.all([
    ask(bareMessages.transport, {}),
    ask(bareMessages.transport, {}),
  ]);
  await Promise.all([
    send(connected(device.createSendTransport(sendOptions))),
    receive(device, connected(device.createRecvTransport(receiveOptions))),
  ]);
}

function connected(transport: types.Transport): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(bareMessages.connect, { id: TransportId.parse(transport.id), dtlsParameters }).then(done, failed);
  });
  return transport;
}

async function send(transport: types.Transport): Promise<void> {
  const id = TransportId.parse(transport.id);
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    ask(bareMessages.produce, { id, side, kind, rtpParameters }).then(done, failed);
  });
  await Promise.all(kinds.map((kind) => transport.produce({ track: tracks[kind] })));
}

async function receive(device: Device, transport: types.Transport): Promise<void> {
  const id = TransportId.parse(transport.id);
  const { recvRtpCapabilities: rtpCapabilities } = device;
  const stream = new MediaStream();
  if (video) video.srcObject = stream;
  await Promise.all(
    kinds.map(async (kind) => {
      const consumer = await transport.consume(await ask(bareMessages.consume, { id, side, kind, rtpCapabilities }));
      stream.addTrack(consumer.track);
    }),
  );
}
