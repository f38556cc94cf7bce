/** Why a camera or microphone cannot be had: not allowed, not there, held by another program, or anything else. */
export type DeviceFailureReason = 'denied' | 'missing' | 'in-use' | 'failed';

export class DeviceFailure extends Error {
  override readonly name = 'DeviceFailure';
  readonly kind: 'camera' | 'microphone';
  readonly reason: DeviceFailureReason;

  constructor(kind: 'camera' | 'microphone', reason: DeviceFailureReason, cause?: unknown) {
    super(`The ${kind} cannot be used: ${reason}`, { cause });
    this.kind = kind;
    this.reason = reason;
  }
}

export type DeviceChoice = { deviceId: string; label: string };
export type Devices = { cameras: DeviceChoice[]; microphones: DeviceChoice[]; speakers: DeviceChoice[] };

/** Labels are empty until a camera or microphone was opened once. */
export async function listDevices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: MediaDeviceKind) =>
    all.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ deviceId, label }));
  return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
}

/** Calls `changed` when a device is plugged in or taken away. @returns a function that ends it */
export function watchDevices(changed: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', changed);
  return () => navigator.mediaDevices.removeEventListener('devicechange', changed);
}

/** 640×480 by default: what every webcam has, and enough for a face at arm's length. @throws DeviceFailure */
export function openCamera(deviceId?: string): Promise<MediaStreamTrack> {
  return open('camera', {
    video: {
      width: { ideal: 640 },
      height: { ideal: 480 },
      frameRate: { ideal: 30 },
      ...(deviceId && { deviceId: { exact: deviceId } }),
    },
  });
}

/** @throws DeviceFailure */
export function openMicrophone(deviceId?: string): Promise<MediaStreamTrack> {
  return open('microphone', {
    audio: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(deviceId && { deviceId: { exact: deviceId } }),
    },
  });
}

async function open(kind: 'camera' | 'microphone', constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  try {
    const [track] = (await navigator.mediaDevices.getUserMedia(constraints)).getTracks();
    if (track) return track;
  } catch (error) {
    throw new DeviceFailure(kind, failureReason(error), error);
  }
  throw new DeviceFailure(kind, 'missing');
}

const reasons = new Map<string, DeviceFailureReason>([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'in-use'],
  ['AbortError', 'in-use'],
]);

/** What getUserMedia's refusal means, by its name in W3C Media Capture. */
export function failureReason(error: unknown): DeviceFailureReason {
  return (error instanceof Error && reasons.get(error.name)) || 'failed';
}
