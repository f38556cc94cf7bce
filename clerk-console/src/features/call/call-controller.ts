import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import type { CallWire } from '../../app/live/call-wire.ts';
import { isProblem } from '../../app/problems.ts';
import type { Call, CallPort } from './call-port.ts';
import type { OwnMedia } from './own-media.ts';
import type { OwnScreen } from './own-screen.ts';
import { Talk } from './talk.ts';

/** Milliseconds before a request to end that did not arrive is sent again. */
const endAgainMs = 1500;
/** Milliseconds before the way into the own call is tried again after it was not found. */
const enterAgainMs = 2000;

type Held = {
  readonly id: ConsultationId;
  readonly release: () => void;
  readonly call: Promise<Call>;
  /** Entered, or about to, as a participant rather than in wait. */
  isAdmitted: boolean;
};
type Followed = Pick<DeskView, 'current' | 'ring'>;

export type CallControllerState = {
  /** The session that is held now, warm while it rings or in the call. */
  readonly call: Call | null;
  /** What is written and told in the own consultation. */
  readonly talk: Talk | null;
  readonly answering: ConsultationId | null;
  readonly ending: ConsultationId | null;
  /** The call is the own one, but held by another window of the same person. */
  readonly isElsewhere: boolean;
  /** Why the last answer, entry or end did not succeed. */
  readonly error: unknown;
};

type CallControllerOptions = {
  readonly api: ApiClient;
  readonly calls: CallPort;
  readonly media: OwnMedia;
  readonly screen: OwnScreen;
  readonly wire: CallWire;
  readonly onDesk: (view: DeskView) => void;
};

/**
 * Keeps the call in step with the desk: warm while it rings, in it once answered, out when it is over, and back in it
 * after the page was loaded anew. The desk's view decides; this only follows, and carries the person's own wishes.
 */
export class CallController {
  readonly state = new Store<CallControllerState>({
    call: null,
    talk: null,
    answering: null,
    ending: null,
    isElsewhere: false,
    error: null,
  });
  readonly #options: CallControllerOptions;
  #held: Held | null = null;
  /** The consultation that this window has answered, or found at its first look. */
  #mine: ConsultationId | null = null;
  #view: Followed | null = null;
  /** Was handed over to this person, and has been entered for it. */
  #handedOver: ConsultationId | null = null;
  #entering: ConsultationId | null = null;

  constructor(options: CallControllerOptions) {
    this.#options = options;
  }

  follow(view: Followed): void {
    const isFirstLook = this.#view === null;
    this.#view = view;
    const { current, ring } = view;
    const { answering, ending } = this.state.getSnapshot();
    if (ending && current?.id !== ending) this.state.update({ ending: null });
    this.#talkIn(current?.id ?? null);
    if (answering) return;
    if (current) {
      const isHandedOver = current.handedOverBy !== null && this.#handedOver !== current.id;
      if (isHandedOver) this.#handedOver = current.id;
      if (isFirstLook || isHandedOver) this.#mine = current.id;
      this.#followCurrent(current.id);
      this.state.getSnapshot().call?.setHeld(current.held);
    } else {
      this.state.update({ isElsewhere: false });
      if (ring) this.#prepare(ring.consultationId);
      else this.#leave();
    }
  }

  /** Takes a consultation, rung or waiting. Refusals are in `state.error`. */
  async accept(id: ConsultationId): Promise<void> {
    if (this.state.getSnapshot().answering) return;
    this.#mine = id;
    this.state.update({ answering: id, error: null, isElsewhere: false });
    // The camera opens while the server decides.
    const release = this.#options.media.hold();
    try {
      const reply = await this.#options.api.call(routes.acceptConsultation, {
        params: { consultationId: id },
        body: {},
      });
      const admitted = this.#admit(id, reply.call);
      this.#view = reply.view;
      this.#options.onDesk(reply.view);
      await admitted;
    } catch (error) {
      // No answer may mean that it was accepted after all: then the view says so, and it is still ours.
      if (!isProblem(error, 'unavailable')) this.#mine = null;
      this.state.update({ error });
    } finally {
      release();
      this.state.update({ answering: null });
      if (this.#view) this.follow(this.#view);
    }
  }

  async decline(id: ConsultationId): Promise<void> {
    this.state.update({ error: null });
    try {
      this.#options.onDesk(
        await this.#options.api.call(routes.declineConsultation, { params: { consultationId: id }, body: {} }),
      );
    } catch (error) {
      if (!isProblem(error, 'illegal-transition')) this.state.update({ error });
    }
  }

  /** Ends the call at once on this side; the server is told until it hears. */
  async end(id: ConsultationId): Promise<void> {
    this.state.update({ ending: id, error: null });
    this.#leave();
    while (this.state.getSnapshot().ending === id) {
      try {
        await this.#options.api.call(routes.endConsultation, { params: { consultationId: id }, body: {} });
        return;
      } catch (error) {
        if (isProblem(error, 'illegal-transition', 'not-found')) return;
        this.state.update({ error });
        await new Promise((resolve) => setTimeout(resolve, endAgainMs));
      }
    }
  }

  /** Goes into the own call from here: after it failed, or from another window. */
  async enter(id: ConsultationId): Promise<void> {
    if (this.#entering === id) return;
    this.#entering = id;
    this.#mine = id;
    this.state.update({ isElsewhere: false, error: null });
    try {
      await this.#admit(id, await this.#ticket(id));
    } catch (error) {
      this.state.update({ error });
      // There may be a way in a moment later: nobody is left standing for want of a press.
      if (isProblem(error, 'no-media-node', 'unavailable')) setTimeout(() => this.#enterAgain(id), enterAgainMs);
    } finally {
      this.#entering = null;
    }
  }

  /** The page or the session goes away; the consultation stays as it is. */
  close(): void {
    this.#leave();
    this.#talkIn(null);
    this.#view = null;
  }

  #enterAgain(id: ConsultationId): void {
    if (this.#view?.current?.id === id && this.#mine === id) this.#followCurrent(id);
  }

  #talkIn(id: ConsultationId | null): void {
    const { talk } = this.state.getSnapshot();
    if ((talk?.id ?? null) === id) return;
    const { api, wire } = this.#options;
    talk?.close();
    this.state.update({ talk: id ? new Talk(id, api, wire) : null });
  }

  #followCurrent(id: ConsultationId): void {
    if (this.state.getSnapshot().ending === id) return;
    if (this.#mine !== id) {
      this.#leave();
      this.state.update({ isElsewhere: true });
    } else if (this.#held?.id !== id || !this.#held.isAdmitted) {
      void this.enter(id);
    }
  }

  #prepare(id: ConsultationId): void {
    if (this.#held?.id === id) return;
    this.#hold(id, this.#ticket(id));
  }

  /** Into the call with a participant's ticket: through the warm session where there is one. */
  async #admit(id: ConsultationId, ticket: CallTicket): Promise<void> {
    const held = this.#held?.id === id ? this.#held : null;
    const warm = await held?.call.catch(() => null);
    if (held && warm && held === this.#held && warm.getSnapshot().phase !== 'closed') {
      held.isAdmitted = true;
      await warm.admit(ticket);
    } else {
      const fresh = this.#hold(id, Promise.resolve(ticket));
      fresh.isAdmitted = true;
      await fresh.call;
    }
  }

  #hold(id: ConsultationId, ticket: Promise<CallTicket>): Held {
    const { calls, media, wire } = this.#options;
    this.#leave();
    const release = this.#followMedia(media.hold());
    const enter = async (): Promise<Call> => {
      const [tracks, first] = await Promise.all([media.opened(), ticket]);
      if (this.#held !== held) throw new DOMException('The call went on without this entry', 'AbortError');
      const call = calls.enter({
        ticket: first,
        role: 'specialist',
        media: tracks,
        renewTicket: (unreachableRoomId) => this.#renew(id, unreachableRoomId),
        signals: wire.signalsOf(id),
      });
      this.state.update({ call });
      return call;
    };
    // In a turn of its own, when `held` is in its place.
    const held: Held = { id, release, call: Promise.resolve().then(enter), isAdmitted: false };
    this.#held = held;
    // A warm session that could not be made is no trouble yet: answering makes one anew.
    held.call.catch(() => {
      if (this.#held === held) this.#leave();
    });
    return held;
  }

  /** A device that is changed during the call is changed in it. */
  #followMedia(release: () => void): () => void {
    const { media, screen } = this.#options;
    let before = media.state.getSnapshot();
    const unsubscribeScreen = screen.state.subscribe(() => {
      const { call } = this.state.getSnapshot();
      const { track } = screen.state.getSnapshot();
      if (call && track !== shown) void call.setScreen(track);
      shown = track;
    });
    let shown = screen.state.getSnapshot().track;
    const unsubscribe = media.state.subscribe(() => {
      const now = media.state.getSnapshot();
      const { call } = this.state.getSnapshot();
      if (call && now.camera !== before.camera) void call.setCamera(now.camera);
      if (call && now.microphone !== before.microphone) void call.setMicrophone(now.microphone);
      before = now;
    });
    return () => {
      unsubscribe();
      unsubscribeScreen();
      screen.stop();
      release();
    };
  }

  #leave(): void {
    const { call } = this.state.getSnapshot();
    this.#held?.release();
    this.#held = null;
    if (call) this.state.update({ call: null });
    void call?.leave();
  }

  #ticket(id: ConsultationId, unreachableRoomId?: RoomId): Promise<CallTicket> {
    return this.#options.api.call(routes.createCallTicket, {
      params: { consultationId: id },
      body: unreachableRoomId ? { unreachableRoomId } : {},
    });
  }

  /** @returns null when there is no call any more @throws ProblemError `no-media-node`: the two may go direct */
  async #renew(id: ConsultationId, unreachableRoomId?: RoomId): Promise<CallTicket | null> {
    try {
      return await this.#ticket(id, unreachableRoomId);
    } catch (error) {
      if (isProblem(error, 'illegal-transition', 'not-found')) return null;
      throw error;
    }
  }
}
