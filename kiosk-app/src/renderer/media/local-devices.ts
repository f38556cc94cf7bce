import { listDevices, openCamera, openMicrophone, watchDevices } from '@remote-clerk/shared/call/devices.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import { nextCameraOf, openFaceCamera } from './kiosk-cameras.ts';

export type DevicesState = {
  phase: 'off' | 'starting' | 'on';
  camera: MediaStreamTrack | null;
  microphone: MediaStreamTrack | null;
  /** The camera's picture alone, for the self view. */
  picture: MediaStream | null;
};

const off: DevicesState = { phase: 'off', camera: null, microphone: null, picture: null };

export interface DeviceOpeners {
  camera(): Promise<MediaStreamTrack>;
  microphone(): Promise<MediaStreamTrack>;
  /** Another camera than the one that is on; null where there is none. */
  nextCamera(present: MediaStreamTrack | null): Promise<MediaStreamTrack | null>;
  /** Calls `changed` when something is plugged in or taken away. */
  watch(changed: () => void): () => void;
  later(run: () => void, milliseconds: number): () => void;
}

/** How often, in milliseconds, a device that went is asked for: not every return is told. */
const againMs = 3_000;

const realOpeners: DeviceOpeners = {
  camera: openFaceCamera,
  microphone: openMicrophone,
  nextCamera: async (present) => {
    const next = nextCameraOf((await listDevices()).cameras, present?.getSettings().deviceId);
    return next && openCamera(next.deviceId);
  },
  watch: watchDevices,
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The kiosk's own camera and microphone, each of which may be missing. They are on from the check to the call's end. */
export class LocalDevices {
  readonly #openers: DeviceOpeners;
  readonly #store = new Store<DevicesState>(off);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #opening: Promise<DevicesState> | null = null;
  #wanted = false;
  #endWatch: (() => void) | null = null;
  #callOffRetry: (() => void) | null = null;

  constructor(openers: Partial<DeviceOpeners> = {}) {
    this.#openers = { ...realOpeners, ...openers };
  }

  /** Turns on what is not on; never rejects, for a missing device shows in the state. */
  open(): Promise<DevicesState> {
    this.#wanted = true;
    this.#endWatch ??= this.#openers.watch(() => this.#cameBack());
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  close(): void {
    this.#wanted = false;
    this.#endWatch?.();
    this.#endWatch = null;
    this.#callOffRetry?.();
    this.#callOffRetry = null;
    const { phase, camera, microphone } = this.getSnapshot();
    if (phase === 'off') return;
    camera?.stop();
    microphone?.stop();
    this.#store.update(off);
  }

  /** Another of the kiosk's cameras, until it is closed. @returns whether there is one */
  async nextCamera(): Promise<boolean> {
    const { phase, camera: present } = this.getSnapshot();
    if (phase !== 'on') return false;
    const camera = await this.#openers.nextCamera(present).catch(() => null);
    if (!camera) return false;
    if (!this.#wanted) {
      camera.stop();
      return false;
    }
    camera.addEventListener('ended', () => this.#lost(camera));
    this.#store.update({ camera, picture: new MediaStream([camera]) });
    present?.stop();
    return true;
  }

  #retryLater(): void {
    this.#callOffRetry ??= this.#openers.later(() => {
      this.#callOffRetry = null;
      void this.open().then(({ phase, camera, microphone }) => {
        if (phase === 'on' && !(camera && microphone)) this.#retryLater();
      });
    }, againMs);
  }

  /** What was unplugged is taken up again as soon as it is there. */
  #cameBack(): void {
    const { phase, camera, microphone } = this.getSnapshot();
    if (phase === 'on' && !(camera && microphone)) void this.open();
  }

  async #open(): Promise<DevicesState> {
    const now = this.getSnapshot();
    if (!now.camera || !now.microphone) this.#store.update({ phase: 'starting' });
    // One after the other: two permission questions at once confuse people, and some drivers.
    const camera = now.camera ?? (await this.#openers.camera().catch(() => null));
    const microphone = now.microphone ?? (await this.#openers.microphone().catch(() => null));
    if (camera !== now.camera) camera?.addEventListener('ended', () => this.#lost(camera));
    if (microphone !== now.microphone) microphone?.addEventListener('ended', () => this.#lost(microphone));
    const picture = camera && (now.picture ?? new MediaStream([camera]));
    this.#store.update({ phase: 'on', camera, microphone, picture });
    if (!this.#wanted) this.close();
    return this.getSnapshot();
  }

  /** Unplugged, or taken by another program. */
  #lost(track: MediaStreamTrack): void {
    const { camera, microphone } = this.getSnapshot();
    if (track === camera) this.#store.update({ camera: null, picture: null });
    if (track === microphone) this.#store.update({ microphone: null });
    if (track === camera || track === microphone) this.#retryLater();
  }
}
