import { DeviceFailure, type DeviceFailureReason, type Devices } from '@remote-clerk/shared/call/devices.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';

type Source = 'camera' | 'microphone';

export type DevicePort = {
  /** @throws DeviceFailure */
  readonly openCamera: (deviceId?: string) => Promise<MediaStreamTrack>;
  /** @throws DeviceFailure */
  readonly openMicrophone: (deviceId?: string) => Promise<MediaStreamTrack>;
  readonly listDevices: () => Promise<Devices>;
  readonly watchDevices: (changed: () => void) => () => void;
  readonly watchLevel: (track: MediaStreamTrack, onLevel: (level: number) => void) => () => void;
  readonly canShareScreen: boolean;
  /** null when nothing was chosen. @throws DOMException when the person does not allow it */
  readonly openScreen: () => Promise<MediaStreamTrack | null>;
};

export type OwnMediaState = {
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  /** Why there is none although it is wanted. */
  readonly failures: Readonly<Record<Source, DeviceFailureReason | null>>;
  readonly devices: Devices;
  readonly isOpening: boolean;
};

/** The own camera and microphone, open from the check until one goes out, so that the camera's light tells the truth. */
export class OwnMedia {
  readonly state = new Store<OwnMediaState>({
    camera: null,
    microphone: null,
    failures: { camera: null, microphone: null },
    devices: { cameras: [], microphones: [], speakers: [] },
    isOpening: false,
  });
  readonly port: DevicePort;
  readonly #chosen: Partial<Record<Source, string>> = {};
  #isHeld = false;
  #unwatch: (() => void) | undefined;

  constructor(port: DevicePort) {
    this.port = port;
  }

  /** Opens what is not open yet; a device that fails is said to, and nothing more. */
  async open(): Promise<void> {
    this.#isHeld = true;
    this.state.update({ isOpening: true });
    this.#unwatch ??= this.port.watchDevices(() => void this.#devicesChanged());
    const { camera, microphone } = this.state.getSnapshot();
    await Promise.all([camera ? null : this.#open('camera'), microphone ? null : this.#open('microphone')]);
    await this.#list();
    this.state.update({ isOpening: false });
  }

  async choose(source: Source, deviceId: string): Promise<void> {
    this.#chosen[source] = deviceId;
    if (this.#isHeld) await this.#open(source);
  }

  close(): void {
    this.#isHeld = false;
    this.#unwatch?.();
    this.#unwatch = undefined;
    const { camera, microphone } = this.state.getSnapshot();
    this.state.update({ camera: null, microphone: null });
    camera?.stop();
    microphone?.stop();
  }

  async #open(source: Source): Promise<void> {
    const open = source === 'camera' ? this.port.openCamera : this.port.openMicrophone;
    const deviceId = this.#chosen[source];
    try {
      // A device chosen earlier may be gone: any other is better than none.
      const track = await open(deviceId).catch((error: unknown) => (deviceId ? open() : Promise.reject(error)));
      if (!this.#isHeld) return track.stop();
      this.#replace(source, track, null);
      track.addEventListener('ended', () => {
        if (this.state.getSnapshot()[source] === track && this.#isHeld) void this.#open(source);
      });
    } catch (error) {
      this.#replace(source, null, error instanceof DeviceFailure ? error.reason : 'failed');
    }
  }

  /** What was missing may have been plugged in. */
  async #devicesChanged(): Promise<void> {
    await this.#list();
    const { camera, microphone, failures, devices } = this.state.getSnapshot();
    const mayBeBack = (reason: DeviceFailureReason | null) => reason === 'missing' || reason === 'in-use';
    if (!camera && devices.cameras.length > 0 && mayBeBack(failures.camera)) await this.#open('camera');
    if (!microphone && devices.microphones.length > 0 && mayBeBack(failures.microphone)) await this.#open('microphone');
  }

  #replace(source: Source, track: MediaStreamTrack | null, failure: DeviceFailureReason | null): void {
    const { failures, ...before } = this.state.getSnapshot();
    this.state.update({ [source]: track, failures: { ...failures, [source]: failure } });
    before[source]?.stop();
  }

  async #list(): Promise<void> {
    const devices = await this.port.listDevices().catch(() => null);
    if (devices) this.state.update({ devices });
  }
}
