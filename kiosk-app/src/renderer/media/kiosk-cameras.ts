import { type DeviceChoice, listDevices, openCamera } from '@remote-clerk/shared/call/devices.ts';

/** How document cameras call themselves. */
const documentLike = /document|dokument|overhead|visuali[sz]er|scanner/i;

export const isDocumentCamera = ({ label }: DeviceChoice): boolean => documentLike.test(label);

/** The camera that looks down on paper: by its name, otherwise a second one. Pure. @returns null when there is but one */
export function documentCameraOf(cameras: readonly DeviceChoice[], faceId: string | undefined): DeviceChoice | null {
  const named = cameras.find(isDocumentCamera);
  if (named) return named;
  return cameras.length > 1 ? (cameras.find(({ deviceId }) => deviceId !== faceId) ?? null) : null;
}

/** The camera that sees the citizen: the first that does not call itself a document camera. Pure. */
const faceCameraOf = (cameras: readonly DeviceChoice[]): DeviceChoice | undefined =>
  cameras.find((camera) => !isDocumentCamera(camera)) ?? cameras[0];

/** The next camera after the present one, round and round. Pure. @returns null when there is no other */
export function nextCameraOf(cameras: readonly DeviceChoice[], presentId: string | undefined): DeviceChoice | null {
  const at = cameras.findIndex(({ deviceId }) => deviceId === presentId);
  const next = cameras[(at + 1) % cameras.length];
  return next && next.deviceId !== presentId ? next : null;
}

/** @throws DeviceFailure */
export async function openFaceCamera(): Promise<MediaStreamTrack> {
  const { cameras } = await listDevices();
  // Without a name there is nothing to choose by: the browser's own first is as good.
  const face = cameras.some(isDocumentCamera) ? faceCameraOf(cameras) : undefined;
  return openCamera(face?.deviceId);
}

/**
 * As sharp as the document camera is, up to 1920×1080; where there is none, the camera that sees the citizen, to which paper
 * can be held. @throws DeviceFailure
 */
export async function openDocumentCamera(face: MediaStreamTrack | null): Promise<MediaStreamTrack> {
  const { cameras } = await listDevices();
  const faceId = face?.getSettings().deviceId;
  const camera = await openCamera(documentCameraOf(cameras, faceId)?.deviceId ?? faceId);
  camera.contentHint = 'detail';
  await camera
    .applyConstraints({ width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 10 } })
    .catch(() => undefined);
  return camera;
}
