import { listDevices, openCamera } from '@remote-clerk/shared/call/devices.ts';
import { isDocumentCamera } from './kiosk-cameras.ts';

/** Opens the camera that a code is held to. Rejects with DeviceFailure. */
export type OpenCodeCamera = () => Promise<MediaStreamTrack>;

/** The kiosk's document camera, where it has one, otherwise the one that sees the citizen. */
export const openCodeCamera: OpenCodeCamera = async () => {
  const { cameras } = await listDevices();
  const camera = await openCamera(cameras.find(isDocumentCamera)?.deviceId);
  // Small squares need more dots than faces do; a camera that has no more is good enough.
  await camera.applyConstraints({ width: { ideal: 1280 }, height: { ideal: 720 } }).catch(() => undefined);
  return camera;
};
