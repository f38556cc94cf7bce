import type { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { z } from 'zod';
import type { KioskCore } from './kiosk-core.ts';
import type { TicketWish } from './kiosk-server.ts';
import { problemOf, WishKey } from './wish-key.ts';

/** Numbers: taking one, getting one for an appointment, coming when it is called. */
export class KioskQueue {
  readonly #core: KioskCore;
  readonly #key = new WishKey();

  constructor(core: KioskCore) {
    this.#core = core;
  }

  /** A number instead of standing here; a place in the line is given up only when the number is had. */
  async takeTicket(wish: TicketWish): Promise<void> {
    const { dispatch, getSnapshot, server } = this.#core;
    if (getSnapshot().takingTicket.state === 'asking') return;
    dispatch({ kind: 'ticket.started' });
    try {
      const ticket = await server.takeTicket(wish, this.#key.of(wish));
      this.#key.forget();
      await this.#core.have({ kind: 'ticket', ticket });
    } catch (error) {
      dispatch({ kind: 'ticket.failed', problem: this.#key.refused(error) });
    }
  }

  async checkIn(code: z.output<typeof AppointmentCode>): Promise<void> {
    const { dispatch, getSnapshot, server } = this.#core;
    if (getSnapshot().checkingIn.state === 'asking') return;
    dispatch({ kind: 'check-in.started' });
    try {
      await this.#core.have({ kind: 'arrived', ...(await server.checkIn(code)) });
    } catch (error) {
      dispatch({ kind: 'check-in.failed', problem: problemOf(error) });
    }
  }

  /** The one whose number it is has come. */
  begin({ id, service, language }: OwnTicket): Promise<void> {
    return this.#core.ask({ serviceId: service.id, language, ticketId: id });
  }

  /** Somebody else stands here. */
  async dismiss({ id }: OwnTicket): Promise<void> {
    await this.#core.take(this.#core.server.dismissCall(id));
  }
}
