import type { CallSession, CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { Devices } from '@remote-clerk/shared/call/devices.ts';

export type Call = Pick<
  CallSession,
  | 'subscribe'
  | 'getSnapshot'
  | 'admit'
  | 'setMicrophone'
  | 'setCamera'
  | 'setScreen'
  | 'muteMicrophone'
  | 'muteCamera'
  | 'setHeld'
  | 'showAt'
  | 'leave'
>;

/** Camera, microphone, screen and media node, as the browser has them. */
export type CallPort = {
  readonly enter: (options: CallSessionOptions) => Call;
  /** @throws DeviceFailure */
  readonly openCamera: (deviceId?: string) => Promise<MediaStreamTrack>;
  /** @throws DeviceFailure */
  readonly openMicrophone: (deviceId?: string) => Promise<MediaStreamTrack>;
  /** Asks the person which screen or window to show. @returns null when they chose none */
  readonly openScreen: () => Promise<MediaStreamTrack | null>;
  readonly listDevices: () => Promise<Devices>;
  readonly watchDevices: (changed: () => void) => () => void;
  readonly watchLevel: (track: MediaStreamTrack, onLevel: (level: number) => void) => () => void;
};
