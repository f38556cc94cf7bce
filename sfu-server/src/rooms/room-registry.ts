import { randomUUID } from 'node:crypto';
import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { CloseOrder, RoomFigures, RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { PeerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { InvitationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Peer } from './peer.ts';
import type { PeerLink } from './peer-wire.ts';
import { type ClosedReason, Room } from './room.ts';

type Options = {
  createRouter: () => Promise<RoomRouter>;
  clock: Clock;
  logger: Logger;
  report: (report: RoomReport) => void;
  onClosed: (reason: ClosedReason) => void;
};

/** Somebody in their room. */
export type Place = { room: Room; peer: Peer };

/** The rooms of this node: opened by the first ticket for them, gone when they close. */
export class RoomRegistry {
  readonly #options: Options;
  readonly #rooms = new Map<RoomId, Promise<Room>>();
  readonly #open = new Map<RoomId, Room>();
  /** Called when the last room has closed. */
  readonly #waiting = new Set<() => void>();
  #draining = false;
  #closing = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get count(): number {
    return this.#open.size;
  }

  get peers(): readonly Peer[] {
    return [...this.#open.values()].flatMap((room) => room.peers);
  }

  /** Of all but those where a kiosk tests itself. */
  get figures(): RoomFigures[] {
    return [...this.#open.values()].filter(({ isSelfTest }) => !isSelfTest).map(({ figures }) => figures);
  }

  /** Nobody while the node is closing, and no new consultation while it drains. */
  takes(claims: CallTicketClaims): boolean {
    return !this.#closing && (!this.#draining || this.#isHere(claims));
  }

  /** @throws ProblemError `unavailable` where it does not take them, or has no worker */
  async enter(claims: CallTicketClaims, link: PeerLink): Promise<Place> {
    if (!this.takes(claims)) throw new ProblemError('unavailable');
    const room = await this.#roomOf(claims);
    return { room, peer: room.connect(claims, link) };
  }

  findPlace(id: PeerId): Place | undefined {
    for (const room of this.#open.values()) {
      const peer = room.findPeer(id);
      if (peer) return { room, peer };
    }
    return undefined;
  }

  /** Nobody belongs in these rooms any more. Those that are not here are passed over. */
  async end(orders: readonly CloseOrder[]): Promise<void> {
    await Promise.all(orders.map(async ({ roomId, reason }) => (await this.#find(roomId))?.close(reason)));
  }

  /** @see Room.setHeld. A room that is not here is passed over: the ticket that opens it says how it is. */
  async setHeld(roomId: RoomId, held: boolean): Promise<void> {
    (await this.#find(roomId))?.setHeld(held);
  }

  /** @see Room.sendOut */
  async sendOut(roomId: RoomId, subject: InvitationId): Promise<void> {
    (await this.#find(roomId))?.sendOut(subject);
  }

  /** Lets no new consultation in. @returns when the last room has closed */
  async drain(): Promise<void> {
    this.#draining = true;
    if (this.#rooms.size > 0) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Lets nobody in any more, and closes all. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#rooms.values());
    await Promise.all([...this.#open.values()].map((room) => room.close('shutting-down')));
  }

  /** Waits for one that is just being opened. */
  async #find(id: RoomId): Promise<Room | undefined> {
    return this.#rooms.get(id)?.catch(() => undefined);
  }

  #isHere({ room, consultation }: CallTicketClaims): boolean {
    if (this.#rooms.has(room)) return true;
    return (
      consultation !== null && [...this.#open.values()].some(({ consultationId }) => consultationId === consultation)
    );
  }

  #roomOf(claims: CallTicketClaims): Promise<Room> {
    const existing = this.#rooms.get(claims.room);
    if (existing) return existing;
    const opening = this.#openRoom(claims);
    this.#rooms.set(claims.room, opening);
    opening.catch(() => this.#forget(claims.room));
    return opening;
  }

  async #openRoom({ room: roomId, consultation: consultationId, held }: CallTicketClaims): Promise<Room> {
    const { createRouter, clock, report, onClosed } = this.#options;
    const logger = this.#options.logger.child({ roomId, consultationId });
    const room = new Room({
      id: roomId,
      consultationId,
      held,
      router: await createRouter(),
      clock,
      logger,
      report: (event) => {
        if (consultationId === null) return;
        report({ ...event, id: randomUUID(), at: instantFrom(clock.now()), roomId, consultationId });
      },
      onClosed: (reason) => {
        this.#forget(roomId);
        onClosed(reason);
      },
    });
    this.#open.set(roomId, room);
    logger.info('The room is open');
    return room;
  }

  #forget(roomId: RoomId): void {
    this.#open.delete(roomId);
    this.#rooms.delete(roomId);
    if (this.#rooms.size > 0) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
