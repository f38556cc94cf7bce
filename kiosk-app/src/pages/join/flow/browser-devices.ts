import { listDevices, openCamera, openMicrophone, watchDevices } from '@remote-clerk/shared/call/devices.ts';
import { watchLevel } from '@remote-clerk/shared/call/level.ts';
import type { DevicePort } from './own-media.ts';

/** Camera, microphone and screen as the browser has them. */
export const browserDevices: DevicePort = {
  openCamera,
  openMicrophone,
  listDevices,
  watchDevices,
  watchLevel,
  // Telephones cannot.
  canShareScreen: 'getDisplayMedia' in (navigator.mediaDevices ?? {}),
  openScreen: async () => {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 5 } }, audio: false });
    return stream.getVideoTracks()[0] ?? null;
  },
};
