import type { CallSession, CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { DevicesState } from '../media/local-devices.ts';

/** The part of a CallSession that the kiosk uses. */
export type Session = Pick<
  CallSession,
  'subscribe' | 'getSnapshot' | 'admit' | 'leave' | 'setCamera' | 'setMicrophone' | 'muteCamera' | 'muteMicrophone'
>;

export interface KioskCallPorts {
  createTicket(consultationId: ConsultationId): Promise<CallTicket>;
  openDevices(): Promise<DevicesState>;
  enter(options: CallSessionOptions): Session;
  /** Runs later; returns what calls it off. */
  later(run: () => void): () => void;
}

type Stay = { consultationId: ConsultationId; roomId: string; session: Session | null; callOff: (() => void) | null };

/** Keeps the kiosk in the room that the server's view names, from asking to the end, through reloads and moves. */
export class KioskCall {
  readonly #ports: KioskCallPorts;
  readonly #store = new Store<{ call: CallState | null }>({ call: null });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #ticket: CallTicket | null = null;
  #stay: Stay | null = null;
  #wanted: KioskConsultation | null = null;

  constructor(ports: KioskCallPorts) {
    this.#ports = ports;
  }

  /** The ticket that the answer to asking brought: used for the room that it names. */
  receiveTicket(ticket: CallTicket): void {
    this.#ticket = ticket;
  }

  /** Call with every view. @param consultation the open one, or null */
  follow(consultation: KioskConsultation | null): void {
    this.#wanted = consultation;
    if (!consultation || (this.#stay && this.#stay.consultationId !== consultation.id)) this.#leave();
    if (!consultation?.room) return;
    if (!this.#stay) {
      this.#stay = { consultationId: consultation.id, roomId: consultation.room.id, session: null, callOff: null };
      void this.#enter(this.#stay);
    } else if (this.#stay.roomId !== consultation.room.id) {
      this.#stay.roomId = consultation.room.id;
      void this.#move(this.#stay);
    }
  }

  /** A device came or went. */
  takeDevices({ camera, microphone }: DevicesState): void {
    void this.#stay?.session?.setCamera(camera);
    void this.#stay?.session?.setMicrophone(microphone);
  }

  muteCamera(muted: boolean): void {
    void this.#stay?.session?.muteCamera(muted);
  }

  muteMicrophone(muted: boolean): void {
    void this.#stay?.session?.muteMicrophone(muted);
  }

  async #enter(stay: Stay): Promise<void> {
    const { camera, microphone } = await this.#ports.openDevices();
    const ticket = await this.#takeTicket(stay).catch(() => null);
    if (this.#stay !== stay) return;
    if (!ticket) return this.#again(stay);
    const session = this.#ports.enter({
      ticket,
      media: { audio: microphone, video: camera },
      renewTicket: () => this.#renew(stay),
    });
    stay.session = session;
    const follow = () => {
      if (this.#stay !== stay) return;
      const call = session.getSnapshot();
      this.#store.update({ call });
      // While the server holds the consultation open there is a call to come back to.
      const gaveUp = call.closedBecause === 'unreachable' || call.closedBecause === 'refused';
      if (call.phase === 'closed' && gaveUp) this.#again(stay);
    };
    session.subscribe(follow);
    follow();
  }

  /** The old node is gone and the server has found another. */
  async #move(stay: Stay): Promise<void> {
    const ticket = stay.session && (await this.#renew(stay).catch(() => null));
    if (this.#stay !== stay || !ticket) return;
    await stay.session?.admit(ticket).catch(() => undefined);
  }

  #again(stay: Stay): void {
    if (stay.callOff) return;
    stay.callOff = this.#ports.later(() => {
      if (this.#stay !== stay) return;
      this.#stay = null;
      this.follow(this.#wanted);
    });
  }

  async #takeTicket({ consultationId, roomId }: Stay): Promise<CallTicket> {
    const ticket = this.#ticket;
    this.#ticket = null;
    return ticket?.roomId === roomId ? ticket : this.#ports.createTicket(consultationId);
  }

  async #renew({ consultationId }: Stay): Promise<CallTicket | null> {
    try {
      return await this.#ports.createTicket(consultationId);
    } catch (error) {
      if (error instanceof ProblemError && error.type === 'illegal-transition') return null;
      throw error;
    }
  }

  #leave(): void {
    const stay = this.#stay;
    this.#stay = null;
    stay?.callOff?.();
    void stay?.session?.leave();
    this.#store.update({ call: null });
  }
}
