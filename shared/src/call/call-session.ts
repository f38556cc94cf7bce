import type { CallTicket } from '../contracts/call-ticket.ts';
import type { MediaSource } from '../contracts/signaling/media.ts';
import { ProblemError } from '../domain/problems.ts';
import { type CallState, type ClosedBecause, initialCallState } from './call-state.ts';
import { LocalMedia } from './local-media.ts';
import { QualityMonitor } from './quality-monitor.ts';
import { defaultReconnectPolicy, nextDelay, type ReconnectPolicy } from './reconnect-policy.ts';
import { RoomConnection } from './room-connection.ts';
import { Store } from './store.ts';

export type CallSessionOptions = {
  ticket: CallTicket;
  /** The caller's own: they are never stopped here. */
  media: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null };
  /** Asks for a new ticket after the connection was lost; null when there is no call to return to. */
  renewTicket: () => Promise<CallTicket | null>;
  reconnectPolicy?: ReconnectPolicy;
};

/**
 * One end of a call, from the first ticket to the last reconnection. Its state is a store: `subscribe` and `getSnapshot`
 * are made for React's `useSyncExternalStore`.
 */
export class CallSession {
  readonly #store = new Store<CallState>(initialCallState);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly #options: CallSessionOptions;
  readonly #local: LocalMedia;
  /** The present stay in a room: being made, made, or failed. */
  #entry: Promise<RoomConnection>;
  #connection: RoomConnection | null = null;
  #monitor: QualityMonitor | null = null;
  /** Counts what was begun: whatever finds that it is not the latest any more gives up. */
  #attempt = 0;

  private constructor(options: CallSessionOptions) {
    this.#options = options;
    this.#local = new LocalMedia(options.media);
    this.#entry = this.#enter(options.ticket, this.#attempt);
    this.#entry.catch(() => this.#recover(0));
  }

  /** Begins at once; follow `phase`. A first connection that fails is tried again like one that was lost. */
  static enter(options: CallSessionOptions): CallSession {
    return new CallSession(options);
  }

  /**
   * Turns a `standby` into a participant; a ticket for another room or node moves there.
   * @throws ProblemError `ticket-refused`, and what a new entry throws; the session goes on or recovers by itself
   */
  async admit(ticket: CallTicket): Promise<void> {
    const connection = await this.#entry.catch(() => null);
    const isHere = connection?.ticket.roomId === ticket.roomId && connection.ticket.nodeUrl === ticket.nodeUrl;
    if (connection && isHere && connection === this.#connection) return connection.admit(ticket.ticket);
    if (this.getSnapshot().phase === 'closed') throw new ProblemError('illegal-transition', 'The session is closed');
    const attempt = ++this.#attempt;
    this.#entry = this.#enter(ticket, attempt);
    this.#entry.catch(() => this.#recover(attempt));
    await this.#entry;
  }

  /** Changes the device, or goes without. @throws ProblemError when the node does not take it */
  setMicrophone(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('microphone', track);
  }

  setCamera(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('camera', track);
  }

  muteMicrophone(muted: boolean): Promise<void> {
    return this.#mute('microphone', muted);
  }

  muteCamera(muted: boolean): Promise<void> {
    return this.#mute('camera', muted);
  }

  /** Tells the other end and closes. The tracks stay the caller's to stop. */
  async leave(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    this.#close('left');
    await connection?.leave();
  }

  async #mute(source: MediaSource, muted: boolean): Promise<void> {
    const changed = this.#local.setMuted(source, muted);
    this.#store.update({
      local: { microphoneMuted: this.#local.isMuted('microphone'), cameraMuted: this.#local.isMuted('camera') },
    });
    await changed;
  }

  async #enter(ticket: CallTicket, attempt: number): Promise<RoomConnection> {
    this.#drop();
    const ifLatest = (then: () => void) => () => {
      if (attempt === this.#attempt && this.#connection) then();
    };
    const connection = await RoomConnection.enter(ticket, this.#local, {
      changed: ifLatest(() => this.#follow()),
      lost: ifLatest(() => void this.#recover(attempt)),
      roomClosed: (reason) =>
        ifLatest(() => (reason === 'shutting-down' ? void this.#recover(attempt) : this.#close(reason)))(),
    });
    if (attempt !== this.#attempt || connection.closed) {
      connection.close();
      throw new ProblemError('unavailable', 'The connection went while it was being made');
    }
    this.#connection = connection;
    this.#follow();
    return connection;
  }

  /** Shows what the connection knows, and lets media leave just as long as both ends are admitted. */
  #follow(): void {
    const connection = this.#connection;
    if (!connection) return;
    const { started } = connection;
    if (started !== (this.#monitor !== null)) {
      this.#monitor?.stop();
      this.#monitor = started
        ? new QualityMonitor(connection, (quality, figures) => this.#store.update({ quality, figures }))
        : null;
      // What fails here fails with the connection, which says so itself.
      (started ? this.#local.open() : this.#local.close()).catch(() => undefined);
    }
    this.#store.update({ phase: started ? 'in-call' : 'ready', remote: connection.remote.party() });
  }

  async #recover(attempt: number): Promise<void> {
    if (attempt !== this.#attempt) return;
    this.#drop();
    this.#store.update({ phase: 'reconnecting' });
    const policy = this.#options.reconnectPolicy ?? defaultReconnectPolicy;
    const lostAtMs = performance.now();
    for (let tries = 0; attempt === this.#attempt; tries += 1) {
      const delay = nextDelay(policy, tries, performance.now() - lostAtMs);
      if (delay === null) return this.#close('unreachable');
      await new Promise((resolve) => setTimeout(resolve, delay));
      const ticket = await this.#options.renewTicket().catch(() => undefined);
      if (attempt !== this.#attempt) return;
      if (ticket === null) return this.#close('refused');
      if (!ticket) continue;
      this.#entry = this.#enter(ticket, attempt);
      if (await this.#entry.catch(() => null)) return;
    }
  }

  /** Lets go of the present connection, if any. */
  #drop(): void {
    this.#monitor?.stop();
    this.#monitor = null;
    this.#connection?.close();
    this.#connection = null;
  }

  #close(because: ClosedBecause): void {
    if (this.getSnapshot().phase === 'closed') return;
    this.#attempt += 1;
    this.#drop();
    this.#store.update({ phase: 'closed', closedBecause: because, remote: null, quality: null });
  }
}
