import type { CallSession, CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { Devices } from '@remote-clerk/shared/call/devices.ts';

export type Call = Pick<
  CallSession,
  'subscribe' | 'getSnapshot' | 'admit' | 'setMicrophone' | 'setCamera' | 'muteMicrophone' | 'muteCamera' | 'leave'
>;

/** Camera, microphone and media node, as the browser has them. */
export type CallPort = {
  readonly enter: (options: CallSessionOptions) => Call;
  /** @throws DeviceFailure */
  readonly openCamera: (deviceId?: string) => Promise<MediaStreamTrack>;
  /** @throws DeviceFailure */
  readonly openMicrophone: (deviceId?: string) => Promise<MediaStreamTrack>;
  readonly listDevices: () => Promise<Devices>;
  readonly watchDevices: (changed: () => void) => () => void;
  readonly watchLevel: (track: MediaStreamTrack, onLevel: (level: number) => void) => () => void;
};
