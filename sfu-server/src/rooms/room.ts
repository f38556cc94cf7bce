import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { isMainRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { RoomFigures } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { NotificationOf, ReplyOf } from '@remote-clerk/shared/contracts/request.ts';
import type { PeerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { SignalingNotifications, SignalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { ConsultationId, InvitationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Clock } from '../clock.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { RtpCapabilities } from '../media/types.ts';
import type { Logger } from '../telemetry/logger.ts';
import { Absences } from './absences.ts';
import { CallProgress } from './call-progress.ts';
import { forwardMedia, offerMedia } from './forwarding.ts';
import { Peer } from './peer.ts';
import { type PeerLink, PeerWire } from './peer-wire.ts';
import { Presence } from './presence.ts';
import type { RoomEvent } from './room-events.ts';
import { RoomQuality } from './room-quality.ts';
import { isOffered, type RoomState, supersededBy } from './rules.ts';

/** Milliseconds after which a kiosk that tests itself has seen enough. */
const selfTestMs = 60_000;

export type ClosedReason = NotificationOf<SignalingNotifications, 'room.closed'>['reason'];

export type RoomOptions = {
  id: RoomId;
  /** null: a kiosk tests itself here, alone, and gets its own media back. */
  consultationId: ConsultationId | null;
  held: boolean;
  router: RoomRouter;
  clock: Clock;
  logger: Logger;
  report: (event: RoomEvent) => void;
  onClosed: (reason: ClosedReason) => void;
};

/**
 * A consultation's room: at most one participant of each main role, a few guests, and specialists on standby who see and hear
 * nothing. It closes behind its last peer.
 */
export class Room {
  readonly id: RoomId;
  readonly consultationId: ConsultationId | null;
  readonly router: RoomRouter;
  readonly quality = new RoomQuality();
  readonly presence: Presence;
  readonly #options: RoomOptions;
  readonly #peers = new Set<Peer>();
  /** Who has gone, while their figures are still read. */
  readonly #dropping = new Set<Promise<void>>();
  readonly #absences: Absences;
  readonly #progress: CallProgress;
  #isHeld: boolean;
  #callOff: () => void = () => undefined;
  #closing: Promise<void> | null = null;

  constructor(options: RoomOptions) {
    const { id, consultationId, held, router, clock, report } = options;
    this.#options = options;
    this.id = id;
    this.consultationId = consultationId;
    this.router = router;
    this.#isHeld = held;
    this.#absences = new Absences(report);
    this.#progress = new CallProgress(clock, report);
    this.presence = new Presence({
      clock,
      onChange: (peer, connected) => this.#setConnected(peer, connected),
      onGivenUp: (peer) => this.#giveUp(peer),
    });
    if (this.isSelfTest) this.#callOff = clock.after(selfTestMs, () => void this.close('ended'));
    router.onLost(() => void this.close('shutting-down'));
  }

  get isSelfTest(): boolean {
    return this.consultationId === null;
  }

  get peers(): readonly Peer[] {
    return [...this.#peers];
  }

  get figures(): RoomFigures {
    return { roomId: this.id, peers: this.#joined().length, quality: this.quality.summary };
  }

  findPeer(id: PeerId): Peer | undefined {
    return [...this.#peers].find((peer) => peer.id === id);
  }

  /** A place for whoever showed a ticket; they are in the room once they `join`. */
  connect(claims: CallTicketClaims, link: PeerLink): Peer {
    if (this.#closing) throw new ProblemError('unavailable');
    const peer = new Peer(claims, (self) => new PeerWire(link, () => setImmediate(() => this.#giveUp(self))));
    this.#peers.add(peer);
    return peer;
  }

  /** @throws ProblemError `room-full` for a guest for whom there is no place */
  join(peer: Peer, rtpCapabilities: RtpCapabilities): ReplyOf<SignalingRequests, 'room.join'> {
    if (peer.joined) throw new ProblemError('illegal-transition', 'You have joined already');
    const outgoing = supersededBy(peer, this.#othersOf(peer));
    const stays = this.#joined().filter((other) => !outgoing.includes(other));
    peer.rtpCapabilities = rtpCapabilities;
    for (const other of this.#othersOf(peer)) other.wire.notify('peer.joined', peer.view);
    for (const old of outgoing) this.#replace(old);
    this.#absences.came(peer);
    this.#options.logger.info({ peerId: peer.id, role: peer.role, standing: peer.standing }, 'A peer joined');
    void this.refresh();
    return {
      self: peer.view,
      peers: stays.map((other) => other.view),
      held: this.#isHeld,
      resumeKey: peer.resumeKey,
    };
  }

  /** Makes a participant of a peer on standby. */
  async admit(peer: Peer): Promise<void> {
    if (!peer.joined) throw new ProblemError('illegal-transition', 'Join first');
    if (peer.standing === 'participant') throw new ProblemError('illegal-transition', 'You are a participant already');
    peer.standing = 'participant';
    for (const old of supersededBy(peer, this.#othersOf(peer))) this.#replace(old);
    this.#absences.came(peer);
    for (const other of this.#othersOf(peer)) other.wire.notify('peer.changed', peer.view);
    await this.refresh();
  }

  leave(peer: Peer): void {
    if (this.#isOver(peer)) return;
    this.#absences.went(peer, true);
    this.#remove(peer);
  }

  /** A socket of the peer went. Once it has joined, its place is kept for a while. */
  detach(peer: Peer, link: PeerLink): void {
    if (this.#isOver(peer) || !peer.wire.detach(link)) return;
    if (peer.joined && !this.isSelfTest) this.presence.detached(peer);
    else this.#remove(peer);
  }

  /** Another socket takes the peer's signalling up; what it has missed comes first. */
  resume(peer: Peer, link: PeerLink, heard?: number): void {
    peer.wire.attach(link, heard);
    this.presence.attached(peer);
  }

  /** Whoever came by that invitation has no part in it any more, whatever their page thinks. */
  sendOut(subject: InvitationId): void {
    for (const peer of [...this.#peers]) {
      if (peer.subject !== subject) continue;
      peer.wire.notify('room.closed', { reason: 'ended' });
      peer.wire.hangUp();
      this.#remove(peer);
    }
  }

  /** The citizen is put on hold, or taken off it. */
  setHeld(held: boolean): void {
    if (held === this.#isHeld || this.#closing) return;
    this.#isHeld = held;
    for (const peer of this.#joined()) peer.wire.notify('room.held', { held });
    void this.refresh();
  }

  /** The peer can render one more of its consumers. */
  async forwardTo(peer: Peer): Promise<void> {
    await forwardMedia(peer, this.#state);
  }

  /** Brings what is offered, what flows and who knows that the call has started into line with who is in the room. */
  async refresh(): Promise<void> {
    const joined = this.#joined();
    const { logger } = this.#options;
    const pairs = joined.flatMap((viewer) => joined.map((sender) => ({ viewer, sender })));
    const offered = pairs.filter(({ viewer, sender }) => this.isSelfTest || isOffered(viewer, sender));
    await Promise.all(offered.map(({ viewer, sender }) => offerMedia(viewer, sender, this.router, logger)));
    const state = this.#state;
    await Promise.all(joined.map((peer) => forwardMedia(peer, state)));
    // Somebody may have come or gone while the engine did this.
    const participants = this.#participants();
    this.#progress.look(participants, this.#state.isCall);
    for (const peer of participants) this.presence.look(peer);
  }

  /** Tells everyone why, reports, and lets go of the media. */
  close(reason: ClosedReason): Promise<void> {
    this.#closing ??= this.#close(reason);
    return this.#closing;
  }

  async #close(reason: ClosedReason): Promise<void> {
    const { logger, report, onClosed } = this.#options;
    this.#callOff();
    this.presence.close();
    for (const peer of this.#peers) peer.wire.notify('room.closed', { reason });
    await Promise.all([...this.#peers].map((peer) => this.quality.measure(peer, this.#progress.seconds)));
    for (const peer of this.#peers) {
      peer.close();
      peer.wire.hangUp();
    }
    this.#peers.clear();
    // Each transport before its router: one that the router takes with it is remembered by the engine for ever.
    await Promise.all(this.#dropping);
    this.router.close();
    report({ kind: 'room.closed', quality: this.quality.summary });
    logger.info({ reason }, 'The room is closed');
    onClosed(reason);
  }

  get #state(): RoomState {
    const roles = new Set(this.#participants().map(({ role }) => role));
    const isCall = this.isSelfTest ? roles.size > 0 : roles.has('citizen') && roles.has('specialist');
    return { isCall, isHeld: this.#isHeld };
  }

  /** Whether it does not matter any more what the peer does: in a room that closes, everyone goes. */
  #isOver(peer: Peer): boolean {
    return peer.closed || this.#closing !== null;
  }

  #joined(): Peer[] {
    return [...this.#peers].filter((peer) => peer.joined && !peer.closed);
  }

  #participants(): Peer[] {
    return this.#joined().filter((peer) => peer.isParticipant);
  }

  #othersOf(peer: Peer): Peer[] {
    return this.#joined().filter((other) => other !== peer);
  }

  #setConnected(peer: Peer, connected: boolean): void {
    if (!peer.joined || this.#isOver(peer)) return;
    peer.connected = connected;
    if (connected) this.#absences.came(peer);
    else this.#absences.went(peer, false);
    for (const other of this.#othersOf(peer)) other.wire.notify('peer.changed', peer.view);
  }

  #replace(old: Peer): void {
    old.wire.notify('room.closed', { reason: 'replaced' });
    this.#drop(old);
    old.wire.hangUp();
  }

  /** Its signalling stayed away too long. */
  #giveUp(peer: Peer): void {
    if (this.#isOver(peer)) return;
    this.#absences.went(peer, false);
    this.#remove(peer);
  }

  #remove(peer: Peer): void {
    if (this.#isOver(peer)) return;
    const tookPart = peer.isParticipant && isMainRole(peer.role);
    this.#drop(peer);
    if (tookPart) this.#progress.interrupt();
    if (this.#peers.size === 0) void this.close('ended');
    else void this.refresh();
  }

  #drop(peer: Peer): void {
    this.presence.forget(peer);
    this.#peers.delete(peer);
    const wasJoined = peer.joined;
    // Figures are read while the transports that they are of still stand.
    const measured = [peer, ...this.#joined()].map((one) => this.quality.measure(one, this.#progress.seconds));
    peer.closed = true;
    const closing = Promise.allSettled(measured).then(() => {
      peer.close();
      this.#dropping.delete(closing);
    });
    this.#dropping.add(closing);
    if (wasJoined) for (const other of this.#joined()) other.wire.notify('peer.left', { peerId: peer.id });
  }
}
