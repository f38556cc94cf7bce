import { MediaStreamTrack } from 'werift';
import { connected, gathered, LoopbackConnection } from './engine.ts';
import { type JanusJsep, JanusSession } from './janus-session.ts';
import type { MediaLoad } from './media-load.ts';

const kinds = ['audio', 'video'] as const;
/** As the mediasoup rooms are: no header extensions, no limit of the rate, no key frames that nobody asked for. */
const roomSettings = {
  bitrate: 0,
  fir_freq: 0,
  audiocodec: 'opus',
  videocodec: 'vp8',
  audiolevel_ext: false,
  videoorient_ext: false,
  playoutdelay_ext: false,
  transport_wide_cc_ext: false,
  record: false,
  notify_joining: false,
};

/** Opens a videoroom of so many people: each publishes, and subscribes to each other one. */
export async function openJanusRoom(load: MediaLoad, url: string, room: number, people: number): Promise<void> {
  for (let person = 0; person < people; person++) {
    const session = await JanusSession.open(url);
    const publisher = await session.attach();
    if (person === 0) await publisher.ask({ request: 'create', room, publishers: people, ...roomSettings });
    const subscribe = (feed: number) => subscribeTo(load, session, room, feed);
    publisher.onPublishers((publishers) => {
      for (const { id, streams } of publishers) if (streams.length > 0) void subscribe(id);
    });
    const { publishers } = await publisher.ask({ request: 'join', ptype: 'publisher', room });

    const connection = new LoopbackConnection();
    const tracks = kinds.map((kind) => ({ kind, track: new MediaStreamTrack({ kind }) }));
    for (const { track } of tracks) connection.addTransceiver(track, { direction: 'sendonly' });
    await connection.setLocalDescription(await connection.createOffer());
    await gathered(connection);
    const { jsep } = await publisher.ask({ request: 'publish' }, descriptionOf(connection));
    if (!jsep) throw new Error('Janus gave no answer');
    await connection.setRemoteDescription(jsep);
    await connected(connection);
    for (const { kind, track } of tracks) load.send(track, kind, track.codec?.payloadType ?? 0);
    for (const { id } of publishers) await subscribe(id);
  }
}

async function subscribeTo(load: MediaLoad, session: JanusSession, room: number, feed: number): Promise<void> {
  const subscriber = await session.attach();
  const connection = new LoopbackConnection();
  connection.onTrack.subscribe((track) => load.receive(track));
  const { jsep } = await subscriber.ask({ request: 'join', ptype: 'subscriber', room, streams: [{ feed }] });
  if (!jsep) throw new Error('Janus offered nothing');
  await connection.setRemoteDescription(jsep);
  await connection.setLocalDescription(await connection.createAnswer());
  await gathered(connection);
  await subscriber.ask({ request: 'start' }, descriptionOf(connection));
  await connected(connection);
}

function descriptionOf({ localDescription }: LoopbackConnection): JanusJsep {
  if (!localDescription || (localDescription.type !== 'offer' && localDescription.type !== 'answer'))
    throw new Error('No description');
  return { type: localDescription.type, sdp: localDescription.sdp };
}
