import type { CallSession, CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { pause } from './pause.ts';
import type { Measured } from './verdicts.ts';

type TestSession = Pick<CallSession, 'subscribe' | 'getSnapshot' | 'leave'>;

export interface NetworkTestPorts {
  createTicket(): Promise<CallTicket>;
  enter(options: CallSessionOptions): TestSession;
  /** A moving picture of nothing: nobody who passes by is sent anywhere. Stop it afterwards. */
  testPicture(): MediaStreamTrack;
}

/** In milliseconds: for media to come back, and how long it is looked at then. */
const enterMs = 8_000;
const measureMs = 5_000;

/** Sends to a media node and has it send the same back: how long that takes, and how much is lost. */
export async function testNetwork(ports: NetworkTestPorts, signal: AbortSignal): Promise<Measured['network']> {
  let ticket: CallTicket;
  try {
    ticket = await ports.createTicket();
  } catch (error) {
    // Without any node there is no call, and operators are to know; a server that is away says so itself.
    return error instanceof ProblemError && error.type === 'no-media-node' ? null : 'not-run';
  }
  if (signal.aborted) return 'not-run';
  const picture = ports.testPicture();
  const session = ports.enter({
    ticket,
    role: 'citizen',
    media: { audio: null, video: picture },
    // One try: nothing is to be brought back, and the session is left in any case.
    renewTicket: () => Promise.reject(new ProblemError('unavailable')),
  });
  try {
    if (!(await hasMedia(session, signal))) return null;
    await pause(measureMs, signal);
    const { figures } = session.getSnapshot();
    return figures && { roundTripMs: figures.roundTripMs, packetLossPercent: figures.packetLossPercent };
  } finally {
    picture.stop();
    await session.leave().catch(() => undefined);
  }
}

async function hasMedia(session: TestSession, signal: AbortSignal): Promise<boolean> {
  const enough = new AbortController();
  const look = () => {
    const { phase } = session.getSnapshot();
    if (phase === 'in-call' || phase === 'closed') enough.abort();
  };
  const end = session.subscribe(look);
  look();
  await pause(enterMs, AbortSignal.any([signal, enough.signal]));
  end();
  return session.getSnapshot().phase === 'in-call';
}

/** 640×480 of moving grey, as costly to send as a face. */
export function movingPicture(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  const timer = setInterval(() => {
    if (!context) return;
    for (let patch = 0; patch < 40; patch += 1) {
      const grey = Math.round(Math.random() * 255);
      context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
      context.fillRect(Math.random() * 600, Math.random() * 440, 40, 40);
    }
  }, 50);
  const [track] = canvas.captureStream(20).getVideoTracks();
  if (!track) throw new Error('A canvas has no picture');
  const stop = track.stop.bind(track);
  track.stop = () => {
    clearInterval(timer);
    stop();
  };
  return track;
}
