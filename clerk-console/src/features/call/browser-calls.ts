import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import { listDevices, openCamera, openMicrophone, watchDevices } from '@remote-clerk/shared/call/devices.ts';
import { watchLevel } from '@remote-clerk/shared/call/level.ts';
import type { CallPort } from './call-port.ts';

export const browserCalls: CallPort = {
  enter: (options) => CallSession.enter(options),
  openCamera,
  openMicrophone,
  listDevices,
  watchDevices,
  watchLevel,
};
