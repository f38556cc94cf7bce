import { listDevices, openCamera } from '@remote-clerk/shared/call/devices.ts';

/** Opens the camera that a code is held to. Rejects with DeviceFailure. */
export type OpenCodeCamera = () => Promise<MediaStreamTrack>;

/** How document cameras call themselves. */
const documentCamera = /document|dokument|overhead|visuali[sz]er|scanner/i;

/** The kiosk's document camera, where it has one, otherwise the one that sees the citizen. */
export const openCodeCamera: OpenCodeCamera = async () => {
  const { cameras } = await listDevices();
  const camera = await openCamera(cameras.find(({ label }) => documentCamera.test(label))?.deviceId);
  // Small squares need more dots than faces do; a camera that has no more is good enough.
  await camera.applyConstraints({ width: { ideal: 1280 }, height: { ideal: 720 } }).catch(() => undefined);
  return camera;
};
