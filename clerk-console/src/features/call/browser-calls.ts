import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import { listDevices, openCamera, openMicrophone, watchDevices } from '@remote-clerk/shared/call/devices.ts';
import { watchLevel } from '@remote-clerk/shared/call/level.ts';
import type { CallPort } from './call-port.ts';

export const browserCalls: CallPort = {
  enter: (options) => CallSession.enter(options),
  openCamera,
  openMicrophone,
  openScreen,
  listDevices,
  watchDevices,
  watchLevel,
};

/** Frames per second that a shown screen needs: letters matter, movement does not. */
const screenFrameRate = 5;

async function openScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: screenFrameRate } } });
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    // The same answer for "no" by the person and by the browser's rules.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
    throw error;
  }
}
