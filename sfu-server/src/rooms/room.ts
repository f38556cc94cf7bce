import type { CallRole, CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { NotificationOf } from '@remote-clerk/shared/contracts/request.ts';
import type { RoomPeer, SignalingNotifications } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Clock } from '../clock.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { RtpCapabilities } from '../media/types.ts';
import type { Logger } from '../telemetry/logger.ts';
import { forwardMedia, offerMedia } from './forwarding.ts';
import { Peer, type PeerLink } from './peer.ts';
import type { RoomEvent } from './room-events.ts';
import { RoomQuality } from './room-quality.ts';

/** Milliseconds for which the place of a participant whose connection went is kept. */
const absenceMs = 15_000;

type ClosedReason = NotificationOf<SignalingNotifications, 'room.closed'>['reason'];

export type RoomOptions = {
  id: RoomId;
  consultationId: ConsultationId;
  router: RoomRouter;
  clock: Clock;
  logger: Logger;
  report: (event: RoomEvent) => void;
  onClosed: () => void;
};

/**
 * A consultation's room: at most one participant of each role, and specialists on standby who see and hear nothing. It
 * closes behind its last peer.
 */
export class Room {
  readonly id: RoomId;
  readonly router: RoomRouter;
  readonly quality = new RoomQuality();
  readonly #options: RoomOptions;
  readonly #peers = new Set<Peer>();
  /** Participants whose media went, by role: whose return is worth a report. */
  readonly #gone = new Map<CallRole, CallTicketClaims['sub']>();
  readonly #callOff = new Map<Peer, () => void>();
  #startedAtMs: number | null = null;
  #live = false;
  #closing: Promise<void> | null = null;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.id = options.id;
    this.router = options.router;
    this.router.onLost(() => void this.close('shutting-down'));
  }

  get peers(): readonly Peer[] {
    return [...this.#peers];
  }

  /** A place for whoever showed a ticket; they are in the room once they `join`. */
  connect(claims: CallTicketClaims, link: PeerLink): Peer {
    if (this.#closing) throw new ProblemError('unavailable');
    const peer = new Peer(claims, link);
    this.#peers.add(peer);
    return peer;
  }

  join(peer: Peer, rtpCapabilities: RtpCapabilities): { self: RoomPeer; peers: RoomPeer[] } {
    if (peer.joined) throw new ProblemError('illegal-transition', 'You have joined already');
    const outgoing = this.#supersededBy(peer);
    const stays = this.#joined().filter((other) => !outgoing.includes(other));
    peer.rtpCapabilities = rtpCapabilities;
    for (const other of this.#othersOf(peer)) other.link.notify('peer.joined', peer.view);
    for (const old of outgoing) this.#replace(old);
    this.#noteReturn(peer);
    this.#options.logger.info({ peerId: peer.id, role: peer.role, standing: peer.standing }, 'A peer joined');
    void this.refresh();
    return { self: peer.view, peers: stays.map((other) => other.view) };
  }

  /** Makes a participant of a peer on standby. */
  async admit(peer: Peer): Promise<void> {
    if (!peer.joined) throw new ProblemError('illegal-transition', 'Join first');
    if (peer.standing === 'participant') throw new ProblemError('illegal-transition', 'You are a participant already');
    peer.standing = 'participant';
    for (const old of this.#supersededBy(peer)) this.#replace(old);
    this.#noteReturn(peer);
    for (const other of this.#othersOf(peer)) other.link.notify('peer.changed', peer.view);
    await this.refresh();
  }

  leave(peer: Peer): void {
    if (this.#isOver(peer)) return;
    this.#noteAbsence(peer, true);
    this.#remove(peer);
  }

  /** The peer's signalling went. A participant's place is kept for a while. */
  disconnect(peer: Peer): void {
    if (this.#isOver(peer)) return;
    if (!peer.isParticipant) {
      this.#remove(peer);
      return;
    }
    this.setConnected(peer, false);
    this.#callOff.set(
      peer,
      this.#options.clock.after(absenceMs, () => this.#remove(peer)),
    );
  }

  /** The peer's media came or went. Without its signalling it is away in any case. */
  setConnected(peer: Peer, connected: boolean): void {
    if (connected && this.#callOff.has(peer)) return;
    if (peer.connected === connected || !peer.joined || this.#isOver(peer)) return;
    peer.connected = connected;
    if (connected) this.#noteReturn(peer);
    else this.#noteAbsence(peer, false);
    for (const other of this.#othersOf(peer)) other.link.notify('peer.changed', peer.view);
  }

  /** Brings what is offered, what flows and who knows that the call has started into line with who is in the room. */
  async refresh(): Promise<void> {
    const joined = this.#joined();
    const { logger } = this.#options;
    await Promise.all(
      joined.flatMap((viewer) => joined.map((sender) => offerMedia(viewer, sender, this.router, logger))),
    );
    await Promise.all(joined.map(forwardMedia));
    const participants = this.#joined().filter((peer) => peer.isParticipant);
    const isCall = participants.length > 1;
    for (const peer of participants) {
      if (isCall && !peer.started) peer.link.notify('call.started', {});
      peer.started = isCall;
    }
    if (isCall) this.#startedAtMs ??= this.#options.clock.now();
    if (isCall && !this.#live && participants.every((peer) => peer.sendsMedia)) {
      this.#live = true;
      this.#options.report({ kind: 'room.live' });
    }
  }

  /** Tells everyone why, reports, and lets go of the media. */
  close(reason: ClosedReason): Promise<void> {
    this.#closing ??= this.#close(reason);
    return this.#closing;
  }

  async #close(reason: ClosedReason): Promise<void> {
    const { logger, report, onClosed } = this.#options;
    for (const callOff of this.#callOff.values()) callOff();
    for (const peer of this.#peers) peer.link.notify('room.closed', { reason });
    await Promise.all([...this.#peers].map((peer) => this.quality.measure(peer, this.#secondsOfCall())));
    for (const peer of this.#peers) {
      peer.close();
      peer.link.disconnect();
    }
    this.#peers.clear();
    this.router.close();
    report({ kind: 'room.closed', quality: this.quality.summary });
    logger.info({ reason }, 'The room is closed');
    onClosed();
  }

  /** Whether it does not matter any more what the peer does: in a room that closes, everyone goes. */
  #isOver(peer: Peer): boolean {
    return peer.closed || this.#closing !== null;
  }

  #joined(): Peer[] {
    return [...this.#peers].filter((peer) => peer.joined && !peer.closed);
  }

  #othersOf(peer: Peer): Peer[] {
    return this.#joined().filter((other) => other !== peer);
  }

  /** An earlier connection of the same person; and, for a participant, whoever else has or waits for the same part. */
  #supersededBy(peer: Peer): Peer[] {
    return this.#othersOf(peer).filter(
      (other) => other.role === peer.role && (other.subject === peer.subject || peer.standing === 'participant'),
    );
  }

  #replace(old: Peer): void {
    old.link.notify('room.closed', { reason: 'replaced' });
    this.#drop(old);
    old.link.disconnect();
  }

  #remove(peer: Peer): void {
    if (peer.closed) return;
    const wasParticipant = peer.isParticipant;
    this.#drop(peer);
    if (wasParticipant) this.#live = false;
    if (this.#peers.size === 0) void this.close('ended');
    else void this.refresh();
  }

  #drop(peer: Peer): void {
    this.#callOff.get(peer)?.();
    this.#callOff.delete(peer);
    this.#peers.delete(peer);
    const wasJoined = peer.joined;
    // Figures are read while the transports that they are of still stand.
    const measured = [peer, ...this.#joined()].map((one) => this.quality.measure(one, this.#secondsOfCall()));
    peer.closed = true;
    void Promise.allSettled(measured).then(() => peer.close());
    if (wasJoined) for (const other of this.#joined()) other.link.notify('peer.left', { peerId: peer.id });
  }

  #noteAbsence(peer: Peer, left: boolean): void {
    if (!peer.isParticipant || this.#gone.get(peer.role) === peer.subject) return;
    this.#gone.set(peer.role, peer.subject);
    this.#options.report({ kind: 'peer.gone', role: peer.role, left });
  }

  #noteReturn(peer: Peer): void {
    if (!peer.isParticipant) return;
    if (this.#gone.get(peer.role) === peer.subject) this.#options.report({ kind: 'peer.back', role: peer.role });
    this.#gone.delete(peer.role);
  }

  #secondsOfCall(): number {
    return this.#startedAtMs === null ? 0 : (this.#options.clock.now() - this.#startedAtMs) / 1_000;
  }
}
