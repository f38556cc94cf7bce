import type { CallRole, CallTicket } from '../contracts/call-ticket.ts';
import type { MediaSource } from '../contracts/signaling/media.ts';
import { ProblemError } from '../domain/problems.ts';
import type { CallSignals } from './call-signals.ts';
import { type CallState, type ClosedBecause, initialCallState, type RemoteParty } from './call-state.ts';
import { DirectPath } from './direct/direct-path.ts';
import { LocalMedia } from './local-media.ts';
import { Lookout } from './lookout.ts';
import { presentCall } from './present-call.ts';
import { type Facts, nodeCarries, type Rung } from './recovery/ladder.ts';
import { beginPulse } from './recovery/pulse.ts';
import { RecoveryLoop } from './recovery/recovery-loop.ts';
import { defaultRecoveryPolicy, type RecoveryPolicy } from './recovery/recovery-policy.ts';
import { type RenewTicket, Tickets } from './recovery/tickets.ts';
import { within } from './recovery/within.ts';
import { RoomConnection } from './room-connection.ts';
import { Store } from './store.ts';

export type CallSessionOptions = {
  ticket: CallTicket;
  /** What this end is in the consultation. */
  role: CallRole;
  /** The caller's own: they are never stopped here. */
  media: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null };
  /**
   * Asks for a new ticket after the connection was lost; null when there is no call to return to. Rejects with the problem
   * `no-media-node` when there is no node now. @param unreachableRoomId the room that could not be entered, if one could not
   */
  renewTicket: RenewTicket;
  /** For talking directly while there is no node; left out: there is no such rung. */
  signals?: CallSignals;
  policy?: RecoveryPolicy;
};

/**
 * One end of a call, from the first ticket to the last recovery: it holds what there is (a stay in a room, a direct call), looks
 * after it, and climbs the ladder when something goes. Its state is a store: `subscribe` and `getSnapshot` are made for React's
 * `useSyncExternalStore`.
 */
export class CallSession {
  readonly #store = new Store<CallState>(initialCallState);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly #options: CallSessionOptions;
  readonly #policy: RecoveryPolicy;
  readonly #local: LocalMedia;
  readonly #recovery: RecoveryLoop;
  readonly #endPulse: () => void;
  #connection: RoomConnection | null = null;
  readonly #direct: DirectPath;
  readonly #tickets: Tickets;
  #facts: Facts = { signaling: 'gone', media: 'idle', node: 'some' };
  #lookout: Lookout | null = null;
  /** Which stay in a room is the latest that was begun: what others say is not heard any more. */
  #stay = 0;
  #entering: Promise<void> | null = null;
  #wasInCall = false;
  #lastParties: RemoteParty[] = [];
  #heldByView = false;
  /** Whether media was let leave on the present stay. */
  #isSending = false;
  #closed = false;

  private constructor(options: CallSessionOptions) {
    this.#options = options;
    this.#policy = options.policy ?? defaultRecoveryPolicy;
    this.#tickets = new Tickets(options.ticket, options.renewTicket, this.#policy.rejoin.ticketMs);
    this.#direct = new DirectPath({
      role: options.role,
      signals: options.signals,
      tracks: () => this.#directTracks(),
      changed: () => this.#present(),
    });
    this.#local = new LocalMedia(options.media, () => queueMicrotask(() => this.#localChanged()));
    this.#recovery = new RecoveryLoop(
      {
        facts: () => this.#facts,
        resume: () => this.#resume(),
        restartIce: async () => this.#connection?.restartIce(),
        rejoin: () => this.#rejoin(),
        climbed: (rung, sinceMs) => this.#climbed(rung, sinceMs),
      },
      this.#policy,
      () => performance.now(),
    );
    this.#endPulse = beginPulse(this.#policy.sampleMs, this.#policy.sleptMs, {
      tick: () => this.#lookout?.tick(this.#facts.signaling),
      slept: () => this.#lookout?.slept(),
      lineChanged: () => this.#lineChanged(),
      lineLost: () => this.#know({ media: 'stalled' }),
    });
    this.#recovery.wake();
  }

  /** Begins at once; follow `phase`. It goes on trying until it is left or the consultation is over. */
  static enter(options: CallSessionOptions): CallSession {
    return new CallSession(options);
  }

  /**
   * Turns a `standby` into a participant; a ticket for another room or node moves there.
   * @throws ProblemError `ticket-refused`, and what a new entry throws; the session goes on or recovers by itself
   */
  async admit(ticket: CallTicket): Promise<void> {
    if (this.#closed) throw new ProblemError('illegal-transition', 'The session is closed');
    // Warm already, or nearly: an entry that is under way is not begun again.
    await this.#entering?.catch(() => undefined);
    const connection = this.#connection;
    const isHere = connection?.ticket.roomId === ticket.roomId && connection.ticket.nodeUrl === ticket.nodeUrl;
    if (connection && isHere && this.#facts.signaling === 'open') return connection.admit(ticket.ticket);
    await this.#enter(ticket);
  }

  /** Changes the device, or goes without. @throws ProblemError when the node does not take it */
  setMicrophone(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('microphone', track);
  }

  setCamera(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('camera', track);
  }

  setScreen(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('screen', track);
  }

  setDocument(track: MediaStreamTrack | null): Promise<void> {
    return this.#local.setTrack('document', track);
  }

  async muteMicrophone(muted: boolean): Promise<void> {
    await this.#mute('microphone', muted);
  }

  async muteCamera(muted: boolean): Promise<void> {
    await this.#mute('camera', muted);
  }

  /** Says how large a picture is on the screen, 0 × 0 when it is not shown: no more is sent than is seen. Sizes in CSS pixels. */
  showAt(party: string, source: 'camera' | 'screen' | 'document', { width }: { width: number; height: number }): void {
    // What cannot be said now is said with the next change of size; the best layer is what comes without it.
    this.#connection?.showAt(party, source, width * devicePixelRatio).catch(() => undefined);
  }

  /** What the server says of the hold: it counts where there is no node to say it. */
  setHeld(held: boolean): void {
    if (this.#heldByView === held) return;
    this.#heldByView = held;
    this.#present();
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
    this.#localChanged();
    await changed;
  }

  #localChanged(): void {
    const local = this.#local;
    this.#direct.refresh();
    this.#store.update({
      local: {
        microphoneMuted: local.isMuted('microphone'),
        cameraMuted: local.isMuted('camera'),
        camera: local.device('camera'),
        microphone: local.device('microphone'),
        screen: local.track('screen') !== null,
        document: local.track('document') !== null,
      },
    });
  }

  #know(facts: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#present();
    this.#recovery.wake();
  }

  // --- the rungs

  async #resume(): Promise<void> {
    const connection = this.#connection;
    if (!connection) throw new ProblemError('unavailable');
    const stay = this.#stay;
    try {
      await connection.resume(this.#policy.resume.timeoutMs);
    } catch (error) {
      this.#tickets.failed(connection.ticket);
      const isOver = error instanceof ProblemError && error.type === 'ticket-refused';
      if (isOver && stay === this.#stay) this.#facts = { ...this.#facts, signaling: 'gone' };
      throw error;
    }
    if (stay !== this.#stay) return;
    this.#tickets.succeeded();
    this.#facts = { ...this.#facts, signaling: 'open' };
    // What could not be said while the wire was away.
    if (connection.started) this.#local.open().catch(() => undefined);
    this.#present();
  }

  async #rejoin(): Promise<void> {
    if (this.#entering) return this.#entering;
    const ticket = await this.#renew();
    if (ticket && !this.#closed) await this.#enter(ticket);
  }

  /** @returns null when there is nothing to enter: no call any more, or no node */
  async #renew(): Promise<CallTicket | null> {
    try {
      const ticket = await this.#tickets.next();
      if (!ticket) this.#close('refused');
      return ticket;
    } catch (error) {
      if (!(error instanceof ProblemError && error.type === 'no-media-node')) throw error;
      this.#facts = { ...this.#facts, node: 'none' };
      if (this.#wasInCall) this.#direct.begin((this.#connection?.ticket ?? this.#options.ticket).iceServers);
      return null;
    }
  }

  #enter(ticket: CallTicket): Promise<void> {
    const entering = this.#stayIn(ticket).finally(() => {
      if (this.#entering === entering) this.#entering = null;
    });
    this.#entering = entering;
    return entering;
  }

  async #stayIn(ticket: CallTicket): Promise<void> {
    const stay = ++this.#stay;
    const ifLatest =
      <Args extends unknown[]>(then: (...args: Args) => void) =>
      (...args: Args) => {
        if (stay === this.#stay && !this.#closed) then(...args);
      };
    const entering = RoomConnection.enter(ticket, this.#local, {
      changed: ifLatest(() => this.#present()),
      signalingLost: ifLatest(() => this.#know({ signaling: 'lost' })),
      mediaState: ifLatest((state) => state !== 'connected' && this.#know({ media: 'stalled' })),
      roomClosed: ifLatest((reason) => {
        if (reason === 'ended' || reason === 'replaced') return this.#close(reason);
        this.#tickets.succeeded();
        this.#know({ signaling: 'gone' });
      }),
    });
    let connection: RoomConnection;
    try {
      connection = await within(entering, this.#policy.rejoin.timeoutMs, (late) => late.close());
    } catch (error) {
      this.#tickets.failed(ticket);
      // The earlier stay may have ended through this attempt: only a new one can be relied on.
      if (stay === this.#stay) this.#facts = { ...this.#facts, signaling: 'gone' };
      throw error;
    }
    if (stay !== this.#stay || this.#closed || connection.closed) {
      connection.close();
      throw new ProblemError('unavailable', 'The connection went while it was being made');
    }
    this.#connection?.close();
    this.#connection = connection;
    this.#tickets.succeeded();
    this.#isSending = false;
    this.#lookout = this.#lookAfter(connection);
    this.#know({ signaling: 'open', media: 'idle', node: 'some' });
  }

  /** Whoever is on hold is not heard or seen, by whatever way. */
  #directTracks() {
    const silent = this.getSnapshot().held;
    return {
      audio: silent ? null : this.#local.track('microphone'),
      video: silent ? null : this.#local.track('camera'),
    };
  }

  // --- looking after what there is

  #lookAfter(connection: RoomConnection): Lookout {
    const ifStill =
      <Args extends unknown[]>(then: (...args: Args) => void) =>
      (...args: Args) => {
        if (connection === this.#connection) then(...args);
      };
    return new Lookout(connection, this.#policy, {
      media: ifStill((media) => {
        if (media !== this.#facts.media) this.#know({ media });
        if (this.#direct.call && nodeCarries(this.#facts)) this.#endDirect();
      }),
      measured: ifStill((quality, figures) => this.#store.update({ quality, figures })),
      unanswered: ifStill(() => this.#know({ signaling: 'lost' })),
      otherAway: ifStill(() => void this.#lookForOther(connection)),
    });
  }

  /** An other end that stays away may have been given another room, because it cannot reach this one. */
  async #lookForOther(connection: RoomConnection): Promise<void> {
    if (!this.#wasInCall) return;
    const ticket = await this.#renew().catch(() => null);
    if (!ticket || connection !== this.#connection || ticket.roomId === connection.ticket.roomId) return;
    // What fails leaves facts behind that the ladder knows what to do with.
    await this.#enter(ticket).catch(() => this.#recovery.wake());
  }

  #lineChanged(): void {
    // Whatever stood may stand on a line that is not there any more.
    if (this.#connection && this.#facts.signaling === 'open') {
      this.#connection.restartIce().catch(() => undefined);
      void this.#lookout?.beat();
    }
    this.#recovery.beginAnew();
  }

  #endDirect(): void {
    this.#direct.end();
    this.#present();
  }

  // --- what is shown

  #climbed(rung: Rung | null, sinceMs: number): void {
    this.#store.update({ recovery: rung && { rung, sinceMs } });
    this.#present();
  }

  /** Shows what there is, and lets media leave just as long as both ends are admitted. */
  #present(): void {
    if (this.#closed) return;
    const connection = this.#connection;
    if (connection?.started && this.#facts.signaling !== 'gone') this.#wasInCall = true;
    if (connection) this.#letMediaLeave(connection);
    const before = this.getSnapshot();
    const shown = presentCall({
      facts: this.#facts,
      room: connection && {
        started: connection.started,
        parties: connection.remote.parties(),
        hasMain: connection.remote.party() !== null,
      },
      direct: this.#direct.call,
      ownRole: this.#options.role,
      wasInCall: this.#wasInCall,
      lastParties: this.#lastParties,
    });
    if (shown.parties.length > 0) this.#lastParties = shown.parties;
    const held = connection && this.#facts.signaling === 'open' ? connection.held : this.#heldByView;
    this.#store.update({ ...shown, held });
    if (before.held !== held) this.#direct.refresh();
  }

  #letMediaLeave({ started }: RoomConnection): void {
    if (started === this.#isSending) return;
    this.#isSending = started;
    // What fails here fails with the connection, which says so itself.
    (started ? this.#local.open() : this.#local.close()).catch(() => undefined);
  }

  #close(because: ClosedBecause): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stay += 1;
    this.#endPulse();
    this.#recovery.close();
    this.#direct.end();
    this.#connection?.close();
    this.#connection = null;
    this.#store.update({
      phase: 'closed',
      closedBecause: because,
      recovery: null,
      remote: null,
      parties: [],
      quality: null,
    });
  }
}
