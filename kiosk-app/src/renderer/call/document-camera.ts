import { Store } from '@remote-clerk/shared/call/store.ts';
import type { Still } from '../media/still-picture.ts';

/**
 * `missing`: there is none, or it was unplugged. `picture`: how the last still went; `thumbnail` is the last that the case has.
 */
export type DocumentState = {
  phase: 'off' | 'starting' | 'on' | 'missing';
  stream: MediaStream | null;
  picture: 'none' | 'taking' | 'kept' | 'failed';
  thumbnail: ImageBitmap | null;
};
const off: DocumentState = { phase: 'off', stream: null, picture: 'none', thumbnail: null };

export interface DocumentPorts {
  /** @throws DeviceFailure */
  open(): Promise<MediaStreamTrack>;
  /** Shows it to the others, or shows it no more. */
  show(track: MediaStreamTrack | null): void;
  takeStill(track: MediaStreamTrack): Promise<Still>;
  /** Puts a picture into the case. @param jpeg base64 */
  keep(jpeg: string): Promise<void>;
}

/** The camera that looks down on paper: shown as a track of its own, and for stills that are sharp enough to read. */
export class DocumentCamera {
  readonly #ports: DocumentPorts;
  readonly #store = new Store<DocumentState>(off);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #track: MediaStreamTrack | null = null;
  #opening: Promise<boolean> | null = null;
  #wanted = false;

  constructor(ports: DocumentPorts) {
    this.#ports = ports;
  }

  /** @returns whether it is on */
  start(): Promise<boolean> {
    this.#wanted = true;
    if (this.#track) return Promise.resolve(true);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Nobody sees it any more; the thumbnail of what the case has stays until `forget`. */
  stop(): void {
    this.#wanted = false;
    this.#track?.stop();
    if (this.#track) this.#ports.show(null);
    this.#track = null;
    this.#store.update({ phase: 'off', stream: null });
  }

  /** Into the case, switching the camera on where it is off. @returns whether the case has it */
  async takePicture(): Promise<boolean> {
    if (this.getSnapshot().picture === 'taking') return false;
    if (!(await this.start()) || !this.#track) return false;
    this.#store.update({ picture: 'taking' });
    try {
      const { jpeg, thumbnail } = await this.#ports.takeStill(this.#track);
      await this.#ports.keep(jpeg);
      this.#store.update({ picture: 'kept', thumbnail });
      return true;
    } catch (error) {
      console.warn('A picture was not taken', error instanceof Error ? error.name : '');
      this.#store.update({ picture: 'failed' });
      return false;
    }
  }

  forget(): void {
    this.stop();
    this.#store.update(off);
  }

  async #open(): Promise<boolean> {
    this.#store.update({ phase: 'starting' });
    const track = await this.#ports.open().catch(() => null);
    if (!this.#wanted || !track) {
      track?.stop();
      this.#store.update({ phase: this.#wanted ? 'missing' : 'off' });
      return false;
    }
    this.#track = track;
    track.addEventListener('ended', () => this.#lost(track));
    this.#ports.show(track);
    this.#store.update({ phase: 'on', stream: new MediaStream([track]), picture: 'none' });
    return true;
  }

  #lost(track: MediaStreamTrack): void {
    if (track !== this.#track) return;
    this.stop();
    this.#store.update({ phase: 'missing' });
  }
}
