import { DeviceFailure, type DeviceFailureReason, type Devices } from '@remote-clerk/shared/call/devices.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallPort } from './call-port.ts';
import { type ChosenDevices, rememberDevices, rememberedDevices } from './remembered-devices.ts';

type Source = 'camera' | 'microphone';

export type OwnMediaState = {
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  /** Why there is no track although one is wanted. */
  readonly cameraFailure: DeviceFailureReason | null;
  readonly microphoneFailure: DeviceFailureReason | null;
  readonly devices: Devices;
  /** Device ids; null for the browser's own choice. */
  readonly chosen: ChosenDevices;
};

/**
 * The own camera and microphone, open exactly as long as something holds them, so that the camera's light tells the
 * truth: the device check and the call share the same tracks.
 */
export class OwnMedia {
  readonly state: Store<OwnMediaState>;
  readonly #port: CallPort;
  #holders = 0;
  #opening: Promise<void> = Promise.resolve();
  #unwatch: (() => void) | undefined;

  constructor(port: CallPort) {
    this.#port = port;
    this.state = new Store<OwnMediaState>({
      camera: null,
      microphone: null,
      cameraFailure: null,
      microphoneFailure: null,
      devices: { cameras: [], microphones: [], speakers: [] },
      chosen: rememberedDevices(),
    });
  }

  /** Opens what is not open yet; the returned function lets go again. */
  hold(): () => void {
    this.#holders += 1;
    if (this.#holders === 1) {
      this.#opening = this.#openBoth();
      this.#unwatch = this.#port.watchDevices(() => void this.#find());
    }
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#close();
    };
  }

  /** The tracks, once opening them succeeded or failed. Wants a holder. */
  async opened(): Promise<{ audio: MediaStreamTrack | null; video: MediaStreamTrack | null }> {
    await this.#opening;
    const { camera, microphone } = this.state.getSnapshot();
    return { audio: microphone, video: camera };
  }

  async choose(kind: keyof ChosenDevices, deviceId: string): Promise<void> {
    const chosen = { ...this.state.getSnapshot().chosen, [kind]: deviceId };
    rememberDevices(chosen);
    this.state.update({ chosen });
    if (kind !== 'speaker' && this.#holders > 0) await this.#open(kind);
  }

  async tryAgain(): Promise<void> {
    if (this.#holders > 0) await this.#openBoth();
  }

  /** What was missing may just have been plugged in. */
  async #find(): Promise<void> {
    await this.#list();
    const { camera, microphone, cameraFailure, microphoneFailure } = this.state.getSnapshot();
    if (!camera && cameraFailure) await this.#open('camera');
    if (!microphone && microphoneFailure) await this.#open('microphone');
  }

  async #openBoth(): Promise<void> {
    await Promise.all([this.#open('camera'), this.#open('microphone')]);
    await this.#list();
  }

  async #open(source: Source): Promise<void> {
    const open = source === 'camera' ? this.#port.openCamera : this.#port.openMicrophone;
    const deviceId = this.state.getSnapshot().chosen[source] ?? undefined;
    try {
      // A device chosen earlier may be gone: any other is better than none.
      const track = await open(deviceId).catch((error: unknown) => (deviceId ? open() : Promise.reject(error)));
      if (this.#holders === 0) return track.stop();
      this.#replace(source, track, null);
      track.addEventListener('ended', () => {
        if (this.state.getSnapshot()[source] === track && this.#holders > 0) void this.#open(source);
      });
    } catch (error) {
      this.#replace(source, null, error instanceof DeviceFailure ? error.reason : 'failed');
    }
  }

  #replace(source: Source, track: MediaStreamTrack | null, failure: DeviceFailureReason | null): void {
    const before = this.state.getSnapshot()[source];
    this.state.update({ [source]: track, [`${source}Failure`]: failure });
    before?.stop();
  }

  async #list(): Promise<void> {
    const devices = await this.#port.listDevices().catch(() => null);
    if (devices) this.state.update({ devices });
  }

  #close(): void {
    this.#unwatch?.();
    const { camera, microphone } = this.state.getSnapshot();
    this.state.update({ camera: null, microphone: null });
    camera?.stop();
    microphone?.stop();
  }
}
