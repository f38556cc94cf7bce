import type { CallTicket } from '../../contracts/call-ticket.ts';
import type { RoomId } from '../../domain/ids.ts';
import { within } from './within.ts';

/** Asks for a ticket. @see CallSessionOptions.renewTicket */
export type RenewTicket = (unreachableRoomId?: RoomId) => Promise<CallTicket | null>;

/** Where the next ticket comes from: the first is there, each later one is asked for, naming the room that could not be entered. */
export class Tickets {
  readonly #renew: RenewTicket;
  readonly #timeoutMs: number;
  #first: CallTicket | null;
  #unreachable: RoomId | undefined;

  constructor(first: CallTicket, renew: RenewTicket, timeoutMs: number) {
    this.#first = first;
    this.#renew = renew;
    this.#timeoutMs = timeoutMs;
  }

  /** @returns null when there is no call to return to @throws what the renewal throws; Error when it takes too long */
  next(): Promise<CallTicket | null> {
    const first = this.#first;
    this.#first = null;
    return first ? Promise.resolve(first) : within(this.#renew(this.#unreachable), this.#timeoutMs);
  }

  failed({ roomId }: CallTicket): void {
    this.#unreachable = roomId;
  }

  /** Nothing is held against any room. */
  succeeded(): void {
    this.#unreachable = undefined;
  }
}
