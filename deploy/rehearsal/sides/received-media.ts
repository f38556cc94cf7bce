import type { Page } from '@playwright/test';
import { type Actor, citizen, specialist } from '../media/actors.ts';
import { counterBits, counterSquare } from '../media/person.ts';

/** What one end really got of the other's camera and microphone. */
export type ReceivedMedia = {
  /** Over how many seconds it was measured. */
  seconds: number;
  framesPerSecond: number;
  width: number;
  height: number;
  /** Decoded, but too late to be shown. */
  framesDropped: number;
  /** The longest time between two frames, in milliseconds. */
  longestGapMs: number;
  /** Whether the frame numbers in the picture go on, so that it is no still. */
  pictureMoves: boolean;
  /** Whose camera it is by the wall behind the person; null when it is nobody's. */
  seen: string | null;
  /** Loudness as received, in decibels below full scale: quiet is −60 and less. */
  audioLevelDb: number;
  /** Whose voice it is by its pitch; null when nothing is heard. */
  heard: string | null;
};

const actors: Actor[] = [citizen, specialist];
/** Below this there is no voice, in decibels. */
const silence = -50;
/** How far a wall's colour may be off, per channel, after encoding. */
const colourTolerance = 30;

/** Watches and listens to the remote video of a page. @param seconds how long */
export async function measureReceived(page: Page, seconds: number): Promise<ReceivedMedia> {
  const { wall, pitches, ...measured } = await page.evaluate(watchRemote, {
    seconds,
    counterBits,
    counterSquare,
    pitches: actors.map(({ pitch }) => pitch),
  });
  const seen = actors.find(({ person }) =>
    person.wall.every((part, index) => Math.abs(part - (wall[index] ?? 0)) <= colourTolerance),
  );
  const loudest = actors[pitches.indexOf(Math.max(...pitches))];
  return {
    ...measured,
    seen: seen?.name ?? null,
    heard: measured.audioLevelDb > silence ? (loudest?.name ?? null) : null,
  };
}

/** Runs in the page: nothing from outside it but its argument. */
async function watchRemote(wanted: { seconds: number; counterBits: number; counterSquare: number; pitches: number[] }) {
  const video = document.querySelector<HTMLVideoElement>('video[data-first-frame-at]');
  const stream = video?.srcObject;
  if (!video || !(stream instanceof MediaStream)) throw new Error('The page shows no remote video');

  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  const brightness = (x: number, y: number) => drawing?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? [0, 0, 0];
  const lookAt = () => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    drawing?.drawImage(video, 0, 0);
    // The picture may be smaller than what the camera gave.
    const square = (wanted.counterSquare * canvas.height) / 480;
    let number = 0;
    for (let bit = 0; bit < wanted.counterBits; bit += 1) {
      const [red = 0] = brightness(Math.floor((bit + 0.5) * square), Math.floor(canvas.height - square / 2));
      if (red > 128) number |= 1 << bit;
    }
    return { number, wall: [...brightness(Math.floor(canvas.width * 0.06), Math.floor(canvas.height * 0.1))] };
  };

  const times: number[] = [];
  let watching = true;
  const onFrame = (now: number) => {
    times.push(now);
    if (watching) video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);

  const audio = new AudioContext();
  const ears = audio.createAnalyser();
  ears.fftSize = 16_384;
  ears.smoothingTimeConstant = 0;
  if (stream.getAudioTracks().length > 0)
    audio.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(ears);
  const samples = new Float32Array(ears.fftSize);
  const spectrum = new Float32Array(ears.frequencyBinCount);
  const powers = wanted.pitches.map(() => 0);
  let loudness = 0;

  const quality = () => video.getVideoPlaybackQuality();
  const before = quality();
  const startedAt = performance.now();
  const numbers = new Set<number>();
  let wall: number[] = [];
  while (performance.now() - startedAt < wanted.seconds * 1000) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const look = lookAt();
    numbers.add(look.number);
    wall = look.wall;
    ears.getFloatTimeDomainData(samples);
    loudness = Math.max(
      loudness,
      Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length),
    );
    ears.getFloatFrequencyData(spectrum);
    for (const [index, pitch] of wanted.pitches.entries()) {
      for (const overtone of [1, 2, 4]) {
        const bin = Math.round((pitch * overtone * ears.fftSize) / audio.sampleRate);
        const near = Math.ceil(bin * 0.04);
        for (let at = bin - near; at <= bin + near; at += 1)
          powers[index] = (powers[index] ?? 0) + 10 ** ((spectrum[at] ?? -200) / 10);
      }
    }
  }
  watching = false;
  const seconds = (performance.now() - startedAt) / 1000;
  const after = quality();
  await audio.close();
  return {
    seconds,
    framesPerSecond: (after.totalVideoFrames - before.totalVideoFrames) / seconds,
    width: video.videoWidth,
    height: video.videoHeight,
    framesDropped: after.droppedVideoFrames - before.droppedVideoFrames,
    longestGapMs: Math.max(0, ...times.slice(1).map((time, index) => time - (times[index] ?? time))),
    pictureMoves: numbers.size > 1,
    wall,
    audioLevelDb: loudness > 0 ? Math.max(-120, 20 * Math.log10(loudness)) : -120,
    pitches: powers,
  };
}
