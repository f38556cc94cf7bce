import { pause } from './pause.ts';

const warmUpMs = 1_000;
const countMs = 2_000;

/** Frames per second of a camera that is opened for it, over two seconds; null when it cannot be opened. Nothing is kept. */
export async function frameRateOf(open: () => Promise<MediaStreamTrack>, signal: AbortSignal): Promise<number | null> {
  const track = await open().catch(() => null);
  if (!track) return null;
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  let frames = 0;
  const count = () => {
    frames += 1;
    video.requestVideoFrameCallback(count);
  };
  try {
    if (signal.aborted) return null;
    await video.play();
    // Cameras find their exposure first, at fewer frames.
    await pause(warmUpMs, signal);
    frames = 0;
    const beganMs = performance.now();
    video.requestVideoFrameCallback(count);
    await pause(countMs, signal);
    return Math.round((frames * 1_000) / (performance.now() - beganMs));
  } catch {
    return null;
  } finally {
    video.srcObject = null;
    track.stop();
  }
}
