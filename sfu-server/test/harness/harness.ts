import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { openCamera, openMicrophone } from '@remote-clerk/shared/call/devices.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { connections, sockets } from './probes.ts';

/** Counted at the page's connections, whatever the session says of itself. */
type Sent = { packets: number; framesEncoded: number; largestFramesEncoded: number; audioPackets: number };

/** What the spec drives in the page. */
export type Harness = {
  /** @param renewed handed out one by one when the connection is lost; then there is no call to return to */
  enter: (ticket: CallTicket, renewed?: CallTicket[], withCamera?: boolean) => Promise<void>;
  admit: (ticket: CallTicket) => Promise<void>;
  /** Sends camera and microphone past the session, as a page that was tampered with could. */
  sendAnyway: () => Promise<void>;
  /** Plugs the camera in again, as it were. */
  changeCamera: () => Promise<void>;
  leave: () => Promise<void>;
  /** Cuts the wire to the media node, or the paths of the media, as a network would. */
  breakSignaling: () => void;
  breakMedia: () => void;
  muteCamera: (muted: boolean) => Promise<void>;
  state: () => CallState;
  /** Epoch milliseconds at which frames were shown, oldest first, with their size. */
  frames: () => Array<{ at: number; width: number; height: number }>;
  clear: () => void;
  /** Whether both transports of the page have finished their DTLS handshake. */
  warm: () => boolean;
  sent: () => Promise<Sent>;
  packetsReceived: () => Promise<number>;
  framesDecoded: () => Promise<number>;
  /** What kind of local candidate each connection goes by, as in webrtc-stats. */
  ways: () => Promise<string[]>;
  /** Energy of the audio received so far, as in webrtc-stats. */
  audioEnergy: () => Promise<number>;
};

declare global {
  interface Window {
    harness: Harness;
  }
}

const video = document.createElement('video');
Object.assign(video, { autoplay: true, playsInline: true });
document.body.append(video);
let shown: ReturnType<Harness['frames']> = [];
const watch = (): number =>
  video.requestVideoFrameCallback((now, { width, height }) => {
    shown.push({ at: performance.timeOrigin + now, width, height });
    watch();
  });
watch();

async function entries(type: string): Promise<Array<Record<string, unknown>>> {
  const open = connections.filter((one) => one.connectionState !== 'closed');
  const reports = await Promise.all(open.map((one) => one.getStats()));
  const found: Array<Record<string, unknown>> = [];
  for (const report of reports)
    report.forEach((entry) => {
      // mediasoup probes for bandwidth with packets of its own, on a line that carries no media.
      if (entry.type === type && entry.mid !== 'probator') found.push(entry);
    });
  return found;
}
const sum = (list: Array<Record<string, unknown>>, name: string) =>
  list.reduce((total, entry) => total + Number(entry[name] ?? 0), 0);

let session: CallSession | undefined;

window.harness = {
  async enter(ticket, renewed = [], withCamera = true) {
    const [audio, camera] = await Promise.all([openMicrophone(), withCamera ? openCamera() : null]);
    session = CallSession.enter({
      ticket,
      // Only for talking directly, which is not done here.
      role: 'citizen',
      media: { audio, video: camera },
      renewTicket: async () => renewed.shift() ?? null,
    });
    session.subscribe(() => {
      const stream = session?.getSnapshot().remote?.stream ?? null;
      if (video.srcObject !== stream) video.srcObject = stream;
    });
  },
  admit: async (ticket) => session?.admit(ticket),
  async sendAnyway() {
    const tracks = { audio: await openMicrophone(), video: await openCamera() };
    const senders = connections.flatMap((one) =>
      one.getTransceivers().filter(({ direction }) => direction === 'sendonly'),
    );
    await Promise.all(
      senders.map(({ sender, receiver }) =>
        sender.replaceTrack(receiver.track.kind === 'audio' ? tracks.audio : tracks.video),
      ),
    );
  },
  changeCamera: async () => session?.setCamera(await openCamera()),
  leave: async () => session?.leave(),
  breakSignaling: () => {
    for (const socket of sockets) socket.close();
  },
  breakMedia: () => {
    for (const connection of connections) connection.close();
  },
  muteCamera: async (muted) => session?.muteCamera(muted),
  state: () => {
    if (!session) throw new Error('Not entered');
    const { remote, ...state } = session.getSnapshot();
    // A stream cannot leave the page.
    const stream = new MediaStream();
    return { ...state, remote: remote && { ...remote, stream }, parties: [] };
  },
  frames: () => shown,
  clear: () => {
    shown = [];
  },
  warm: () => {
    const open = connections.filter((one) => one.connectionState !== 'closed');
    return open.length >= 2 && open.every((one) => one.connectionState === 'connected');
  },
  sent: async () => {
    const outbound = await entries('outbound-rtp');
    return {
      packets: sum(outbound, 'packetsSent'),
      framesEncoded: sum(outbound, 'framesEncoded'),
      largestFramesEncoded: sum(
        outbound.filter(({ frameWidth }) => frameWidth === 640),
        'framesEncoded',
      ),
      audioPackets: sum(
        outbound.filter(({ kind }) => kind === 'audio'),
        'packetsSent',
      ),
    };
  },
  packetsReceived: async () => sum(await entries('inbound-rtp'), 'packetsReceived'),
  framesDecoded: async () => sum(await entries('inbound-rtp'), 'framesDecoded'),
  ways: async () => {
    const [pairs, candidates] = await Promise.all([entries('candidate-pair'), entries('local-candidate')]);
    const used = pairs.filter(({ nominated, state }) => nominated === true && state === 'succeeded');
    return used.map(({ localCandidateId }) =>
      String(candidates.find(({ id }) => id === localCandidateId)?.candidateType),
    );
  },
  audioEnergy: async () => sum(await entries('inbound-rtp'), 'totalAudioEnergy'),
};
