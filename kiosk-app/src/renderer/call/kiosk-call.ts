import type { CallSession, CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { DevicesState } from '../media/local-devices.ts';

/** The part of a CallSession that the kiosk uses. */
export type Session = Pick<
  CallSession,
  | 'subscribe'
  | 'getSnapshot'
  | 'admit'
  | 'leave'
  | 'setCamera'
  | 'setMicrophone'
  | 'setDocument'
  | 'setHeld'
  | 'showAt'
  | 'muteCamera'
  | 'muteMicrophone'
>;

export interface KioskCallPorts {
  createTicket(consultationId: ConsultationId, unreachableRoomId?: RoomId): Promise<CallTicket>;
  openDevices(): Promise<DevicesState>;
  /** How the two ends find each other while there is no media node. */
  signalsOf(consultationId: ConsultationId): CallSignals;
  enter(options: CallSessionOptions): Session;
  /** Runs later; returns what calls it off. */
  later(run: () => void): () => void;
}

type Stay = {
  consultationId: ConsultationId;
  roomId: string;
  session: Session | null;
  /** Tickets that the session itself has asked for and not got yet. */
  renewing: number;
  callOff: (() => void) | null;
};

export type ShownSource = 'camera' | 'screen' | 'document';
type ShownSize = { width: number; height: number };

/** Keeps the kiosk in the room that the server's view names, from asking to the end, through reloads and moves. */
export class KioskCall {
  readonly #ports: KioskCallPorts;
  readonly #store = new Store<{ call: CallState | null }>({ call: null });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  #ticket: CallTicket | null = null;
  #stay: Stay | null = null;
  #wanted: KioskConsultation | null = null;
  #document: MediaStreamTrack | null = null;

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
    if (consultation) this.#stay?.session?.setHeld(consultation.held);
    // Without a room the session goes on by itself, directly between the two where they are in a call.
    if (!consultation?.room) return;
    if (!this.#stay) {
      const roomId = consultation.room.id;
      this.#stay = { consultationId: consultation.id, roomId, session: null, renewing: 0, callOff: null };
      void this.#enter(this.#stay);
    } else if (this.#stay.roomId !== consultation.room.id) {
      this.#stay.roomId = consultation.room.id;
      // Where the session is asking already, the answer is a ticket for the new room.
      if (this.#stay.renewing === 0) void this.#move(this.#stay);
    }
  }

  /** A device came. What went the session has seen itself: told that there is none, it would not say that one is missed. */
  takeDevices({ camera, microphone }: DevicesState): void {
    if (camera) this.#stay?.session?.setCamera(camera).catch(() => undefined);
    if (microphone) this.#stay?.session?.setMicrophone(microphone).catch(() => undefined);
  }

  /** The document camera's picture, beside the citizen's own; null ends it. */
  showDocument(track: MediaStreamTrack | null): void {
    this.#document = track;
    this.#stay?.session?.setDocument(track).catch(() => undefined);
  }

  /** How large, in CSS pixels, a picture of somebody is on this screen: no more than that needs to be sent. */
  showAt(partyId: string, source: ShownSource, size: ShownSize): void {
    this.#stay?.session?.showAt(partyId, source, size);
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
      role: 'citizen',
      media: { audio: microphone, video: camera },
      signals: this.#ports.signalsOf(stay.consultationId),
      renewTicket: (unreachableRoomId) => this.#renew(stay, unreachableRoomId),
    });
    stay.session = session;
    if (this.#document) session.setDocument(this.#document).catch(() => undefined);
    const follow = () => {
      if (this.#stay !== stay) return;
      const call = session.getSnapshot();
      this.#store.update({ call });
      // While the server holds the consultation open there is a call to come back to.
      if (call.phase === 'closed' && call.closedBecause === 'refused') this.#again(stay);
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

  /** @returns null when there is no call any more @throws ProblemError `no-media-node`, and what else stands in the way */
  async #renew(stay: Stay, unreachableRoomId?: RoomId): Promise<CallTicket | null> {
    stay.renewing += 1;
    try {
      const ticket = await this.#ports.createTicket(stay.consultationId, unreachableRoomId);
      // The view that names this room may come later: it is no reason to move again.
      stay.roomId = ticket.roomId;
      return ticket;
    } catch (error) {
      const isOver =
        error instanceof ProblemError && (error.type === 'illegal-transition' || error.type === 'not-found');
      if (isOver) return null;
      throw error;
    } finally {
      stay.renewing -= 1;
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
