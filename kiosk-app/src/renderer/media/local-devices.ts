import { openCamera, openMicrophone } from '@remote-clerk/shared/call/devices.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';

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
}

/** The kiosk's own camera and microphone, each of which may be missing. They are on from the check to the call's end. */
export class LocalDevices {
  readonly #openers: DeviceOpeners;
  readonly #store = new Store<DevicesState>(off);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #opening: Promise<DevicesState> | null = null;
  #wanted = false;

  constructor(openers: DeviceOpeners = { camera: openCamera, microphone: openMicrophone }) {
    this.#openers = openers;
  }

  /** Turns on what is not on; never rejects, for a missing device shows in the state. */
  open(): Promise<DevicesState> {
    this.#wanted = true;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  close(): void {
    this.#wanted = false;
    const { phase, camera, microphone } = this.getSnapshot();
    if (phase === 'off') return;
    camera?.stop();
    microphone?.stop();
    this.#store.update(off);
  }

  async #open(): Promise<DevicesState> {
    const now = this.getSnapshot();
    if (!now.camera || !now.microphone) this.#store.update({ phase: 'starting' });
    // One after the other: two permission questions at once confuse people, and some drivers.
    const camera = now.camera ?? (await this.#openers.camera().catch(() => null));
    const microphone = now.microphone ?? (await this.#openers.microphone().catch(() => null));
    camera?.addEventListener('ended', () => this.#lost(camera));
    microphone?.addEventListener('ended', () => this.#lost(microphone));
    const picture = camera && (now.picture ?? new MediaStream([camera]));
    this.#store.update({ phase: 'on', camera, microphone, picture });
    if (!this.#wanted) this.close();
    return this.getSnapshot();
  }

  /** Unplugged. */
  #lost(track: MediaStreamTrack): void {
    const { camera, microphone } = this.getSnapshot();
    if (track === camera) this.#store.update({ camera: null, picture: null });
    if (track === microphone) this.#store.update({ microphone: null });
  }
}
