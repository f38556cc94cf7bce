import { randomUUID } from 'node:crypto';
import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Peer, PeerLink } from './peer.ts';
import { Room } from './room.ts';

type Options = {
  createRouter: () => Promise<RoomRouter>;
  clock: Clock;
  logger: Logger;
  report: (report: RoomReport) => void;
};

/** The rooms of this node: opened by the first ticket for them, gone when they close. */
export class RoomRegistry {
  readonly #options: Options;
  readonly #rooms = new Map<RoomId, Promise<Room>>();
  readonly #open = new Map<RoomId, Room>();
  #closing = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get ids(): RoomId[] {
    return [...this.#open.keys()];
  }

  get peers(): readonly Peer[] {
    return [...this.#open.values()].flatMap((room) => room.peers);
  }

  /** @throws ProblemError `unavailable` while the node is closing or has no worker */
  async enter(claims: CallTicketClaims, link: PeerLink): Promise<{ room: Room; peer: Peer }> {
    if (this.#closing) throw new ProblemError('unavailable');
    const room = await this.#roomOf(claims);
    return { room, peer: room.connect(claims, link) };
  }

  /** The consultation is over. Rooms that are not here are passed over. */
  async end(ids: readonly RoomId[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#open.get(id)?.close('ended')));
  }

  /** Lets nobody in any more, and closes all. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#rooms.values());
    await Promise.all([...this.#open.values()].map((room) => room.close('shutting-down')));
  }

  #roomOf(claims: CallTicketClaims): Promise<Room> {
    const existing = this.#rooms.get(claims.room);
    if (existing) return existing;
    const opening = this.#openRoom(claims);
    this.#rooms.set(claims.room, opening);
    opening.catch(() => this.#rooms.delete(claims.room));
    return opening;
  }

  async #openRoom({ room: roomId, consultation: consultationId }: CallTicketClaims): Promise<Room> {
    const { createRouter, clock, report } = this.#options;
    const logger = this.#options.logger.child({ roomId, consultationId });
    const room = new Room({
      id: roomId,
      consultationId,
      router: await createRouter(),
      clock,
      logger,
      report: (event) => report({ ...event, id: randomUUID(), at: instantFrom(clock.now()), roomId, consultationId }),
      onClosed: () => {
        this.#open.delete(roomId);
        this.#rooms.delete(roomId);
      },
    });
    this.#open.set(roomId, room);
    logger.info('The room is open');
    return room;
  }
}
