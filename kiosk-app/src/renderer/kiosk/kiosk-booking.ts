import { CitizenContact } from '@remote-clerk/shared/contracts/appointments.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { holdMs } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Contact } from '../flow/booking.ts';
import type { Flow } from '../flow/flow.ts';
import type { KioskCore } from './kiosk-core.ts';
import type { HoldWish } from './kiosk-server.ts';
import { WishKey } from './wish-key.ts';

/** Runs later; returns what calls it off. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/** A booking's requests. A time that is kept and not wanted any more is given up, whatever the way out was. */
export class KioskBooking {
  readonly #core: KioskCore;
  readonly #later: Later;
  readonly #holdKey = new WishKey();
  readonly #confirmKey = new WishKey();
  #callOff: (() => void) | null = null;
  #givingUp: Promise<void> = Promise.resolve();

  constructor(core: KioskCore, later: Later) {
    this.#core = core;
    this.#later = later;
  }

  async hold(wish: HoldWish): Promise<void> {
    const { dispatch, getSnapshot, server } = this.#core;
    if (getSnapshot().booking.wanted) return;
    dispatch({ kind: 'hold.started', startsAt: wish.startsAt });
    try {
      const appointment = await server.hold(wish, this.#holdKey.of(wish));
      this.#holdKey.forget();
      dispatch({ kind: 'hold.succeeded', appointment });
      if (getSnapshot().booking.hold?.code !== appointment.code) this.#giveUp(appointment.code);
    } catch (error) {
      const alternatives = error instanceof ProblemError ? error.alternatives : [];
      dispatch({ kind: 'hold.failed', problem: this.#holdKey.refused(error), alternatives });
    }
  }

  async confirm(): Promise<void> {
    const { dispatch, getSnapshot, server } = this.#core;
    const { hold, contact, isConfirming } = getSnapshot().booking;
    if (!hold || isConfirming) return;
    const citizen = citizenOf(contact);
    dispatch({ kind: 'confirm.started' });
    try {
      const key = this.#confirmKey.of({ code: hold.code, citizen });
      const appointment = await server.confirm(hold.code, citizen, key);
      this.#confirmKey.forget();
      await this.#core.have({ kind: 'booked', appointment, email: citizen.email ?? '' });
    } catch (error) {
      dispatch({ kind: 'confirm.failed', problem: this.#confirmKey.refused(error) });
    }
  }

  /** Call with every change of the flow. */
  follow(before: Flow, after: Flow): void {
    const [was, is] = [before.booking.hold, after.booking.hold];
    if (was?.code === is?.code) return;
    this.#callOff?.();
    this.#callOff = is && this.#later(() => this.#core.dispatch({ kind: 'hold.expired' }), holdMs);
    const isBooked = after.result?.kind === 'booked' && after.result.appointment.code === was?.code;
    if (was && !isBooked) this.#giveUp(was.code);
  }

  /** Gives up what is kept and lets the server hear it: afterwards this page may be gone. */
  async release(): Promise<void> {
    const { hold } = this.#core.getSnapshot().booking;
    if (hold) this.#core.dispatch({ kind: 'hold.expired' });
    await this.#givingUp;
  }

  #giveUp(code: string): void {
    this.#givingUp = this.#core.server.giveUp(code, crypto.randomUUID()).catch(() => {
      // It is given up by itself when its five minutes are over.
    });
  }
}

/** What is empty is not given. */
const citizenOf = ({ name, email, phone }: Contact): CitizenContact =>
  CitizenContact.parse({ name: name.trim(), email: email.trim() || null, phone: phone.trim() || null });
