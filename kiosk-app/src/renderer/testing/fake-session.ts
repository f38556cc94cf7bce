import { type CallState, initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { Session } from '../call/kiosk-call.ts';

/** A call's end without a media node; `show` says how the call goes. */
export class FakeSession implements Session {
  readonly #store = new Store<CallState>(initialCallState);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly done: string[] = [];

  show(state: Partial<CallState>): void {
    this.#store.update(state);
  }

  async admit(ticket: { roomId: string }): Promise<void> {
    this.done.push(`admit ${ticket.roomId}`);
  }

  async leave(): Promise<void> {
    this.done.push('leave');
    this.show({ phase: 'closed', closedBecause: 'left' });
  }

  async setCamera(track: MediaStreamTrack | null): Promise<void> {
    this.done.push(track ? 'camera' : 'no camera');
  }

  async setMicrophone(track: MediaStreamTrack | null): Promise<void> {
    this.done.push(track ? 'microphone' : 'no microphone');
  }

  async setDocument(track: MediaStreamTrack | null): Promise<void> {
    this.done.push(track ? 'document' : 'no document');
    this.show({ local: { ...this.getSnapshot().local, document: track !== null } });
  }

  setHeld(): void {}

  showAt(): void {}

  async muteCamera(cameraMuted: boolean): Promise<void> {
    this.show({ local: { ...this.getSnapshot().local, cameraMuted } });
  }

  async muteMicrophone(microphoneMuted: boolean): Promise<void> {
    this.show({ local: { ...this.getSnapshot().local, microphoneMuted } });
  }
}
