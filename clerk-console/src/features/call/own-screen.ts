import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallPort } from './call-port.ts';

export type OwnScreenState = {
  readonly track: MediaStreamTrack | null;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
};

/** The own screen or window, for as long as it is shown: until it is stopped here, in the browser's own bar, or by the call's end. */
export class OwnScreen {
  readonly state = new Store<OwnScreenState>({ track: null, isAsking: false, hasFailed: false });
  readonly #port: Pick<CallPort, 'openScreen'>;

  constructor(port: Pick<CallPort, 'openScreen'>) {
    this.#port = port;
  }

  async share(): Promise<void> {
    const { track: shown, isAsking } = this.state.getSnapshot();
    if (shown || isAsking) return;
    this.state.update({ isAsking: true, hasFailed: false });
    try {
      const track = await this.#port.openScreen();
      track?.addEventListener('ended', () => {
        if (this.state.getSnapshot().track === track) this.state.update({ track: null });
      });
      this.state.update({ track, isAsking: false });
    } catch {
      this.state.update({ isAsking: false, hasFailed: true });
    }
  }

  stop(): void {
    const { track } = this.state.getSnapshot();
    if (!track) return;
    this.state.update({ track: null });
    // Stopping by ourselves fires no "ended".
    track.stop();
  }
}
