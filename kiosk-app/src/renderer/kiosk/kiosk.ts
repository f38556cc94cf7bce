import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { KioskBridge } from '../../bridge/bridge.ts';
import { advance } from '../flow/advance.ts';
import { type Flow, type FlowEvent, initialFlow } from '../flow/flow.ts';
import type { Result } from '../flow/result.ts';
import { activityOf, calledHere, screenOf } from '../flow/screen.ts';
import { KioskBooking, type Later } from './kiosk-booking.ts';
import { KioskIdentity } from './kiosk-identity.ts';
import { KioskQueue } from './kiosk-queue.ts';
import type { Asked, KioskLive, KioskServer, LiveListener } from './kiosk-server.ts';
import { WishKey } from './wish-key.ts';

export interface KioskPorts {
  readonly bridge: Pick<KioskBridge, 'identity' | 'enrolled' | 'forget' | 'wipe' | 'signIn' | 'endSignIn'>;
  readonly server: KioskServer;
  readonly live: KioskLive;
  /** The language that the clerk chose, or that an interrupted session had. */
  speak(language: Language): void;
  /** The ticket that came with the answer to asking, so that media is ready before anyone answers. */
  receiveTicket(ticket: CallTicket): void;
  /** What comes of the others in the consultation; `connected` also when something may have been missed. */
  readonly talk: Pick<LiveListener, 'connected' | 'signal' | 'chat'>;
  readonly later: Later;
}

/** What a kiosk speaks to whoever comes. */
const usualLanguage: Language = 'lv';

/** The kiosk's one controller: turns touches and the server's words into flow events, and the flow into requests. */
export class Kiosk {
  readonly #ports: KioskPorts;
  readonly #store = new Store<Flow>(initialFlow);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly booking: KioskBooking;
  readonly queue: KioskQueue;
  readonly identity: KioskIdentity;
  readonly #key = new WishKey();

  constructor(ports: KioskPorts) {
    this.#ports = ports;
    const core = {
      server: ports.server,
      dispatch: (event: FlowEvent) => this.dispatch(event),
      getSnapshot: this.getSnapshot,
      ask: (wish: Asked) => this.ask(wish),
      take: (reading: Promise<KioskView>) => this.#take(reading),
      have: (result: Result) => this.#have(result),
    };
    this.booking = new KioskBooking(core, ports.later);
    this.queue = new KioskQueue(core);
    this.identity = new KioskIdentity(core, ports.bridge);
  }

  async start(): Promise<void> {
    const { kioskId, enrolmentCode } = await this.#ports.bridge.identity();
    if (kioskId || (enrolmentCode && (await this.#enrolUnattended(enrolmentCode)))) return this.begin();
    this.dispatch({ kind: 'identity.known', enrolled: false });
  }

  dispatch(event: FlowEvent): void {
    const before = this.getSnapshot();
    const after = advance(before, event);
    if (after === before) return;
    this.#followLanguage(before, after);
    this.#store.update(after);
    this.booking.follow(before, after);
    this.identity.follow(after);
    const screen = screenOf(after);
    if (screen === screenOf(before)) return;
    if (after.standing === 'enrolled') this.#ports.live.report(activityOf(screen));
    if (screen === 'goodbye' && !after.receipt) void this.finish();
  }

  /** @returns the contact point's name @throws ProblemError `code-not-valid` and others */
  async enrol(code: string, exitPin?: string): Promise<string> {
    const { bridge, server } = this.#ports;
    const { publicKey } = await bridge.identity();
    const { kioskId, contactPointName } = await server.enrol({ code, publicKey });
    await bridge.enrolled({ kioskId, ...(exitPin && { exitPin }) });
    return contactPointName;
  }

  /** The kiosk is enrolled, and staff has seen where. */
  begin(): void {
    this.dispatch({ kind: 'identity.known', enrolled: true });
    this.#connect();
  }

  /** Sends the wish; sent again after a failure it is the same wish, and is counted once. */
  async ask(wish: Asked): Promise<void> {
    if (this.getSnapshot().asking.state === 'asking') return;
    this.dispatch({ kind: 'ask.started' });
    try {
      const { view, call } = await this.#ports.server.ask(wish, this.#key.of(wish));
      this.#key.forget();
      if (call) this.#ports.receiveTicket(call);
      this.dispatch({ kind: 'ask.succeeded' });
      this.dispatch({ kind: 'view.received', view });
    } catch (error) {
      const problem = this.#key.refused(error);
      this.dispatch({ kind: 'ask.failed', problem });
      if (problem === 'kiosk-busy') await this.#take(this.#ports.server.readView());
    }
  }

  /** Leaves the line or ends the call; the view that follows says what became of it. */
  async end(): Promise<void> {
    const { server } = this.#ports;
    const consultation = this.getSnapshot().view?.consultation;
    if (consultation) await this.#take(server.end(consultation.id).then(() => server.readView()));
  }

  async rate(rating: number): Promise<void> {
    const { server } = this.#ports;
    const consultation = this.getSnapshot().view?.consultation;
    if (consultation) await this.#take(server.rate(consultation.id, rating).then(() => server.readView()));
    // A rating that could not be stored must not keep anyone at the screen.
    this.dispatch({ kind: 'rating.declined' });
  }

  /** @returns whether staff has been told */
  requestHelp(): Promise<boolean> {
    return this.#take(this.#ports.server.requestHelp());
  }

  /** Back from what the clerk started is a no to it. */
  async back(): Promise<void> {
    const { step, startRequestId } = this.getSnapshot();
    this.dispatch({ kind: 'back' });
    if (step === 'meeting' && startRequestId) await this.#take(this.#ports.server.dismissStartRequest(startRequestId));
  }

  /** Shows what was recorded and has the server forget the rest at once: nobody should depend on the page's closing. */
  async finish(): Promise<void> {
    this.dispatch({ kind: 'said-goodbye' });
    await this.#take(this.#ports.server.wipe());
  }

  /** The session is over: nothing of it stays here or, as far as the kiosk may see it, on the server. */
  async wipe(): Promise<void> {
    await Promise.all([this.booking.release(), this.#take(this.#ports.server.wipe())]);
    this.#key.forget();
    await this.#ports.bridge.wipe();
    this.dispatch({ kind: 'wiped' });
  }

  /** The server does not know this kiosk's key any more. */
  async revoked(): Promise<void> {
    this.#ports.live.stop();
    this.dispatch({ kind: 'kiosk.revoked' });
    await this.#ports.bridge.forget();
  }

  /** Shows what the citizen leaves with; whoever stood in the line for it leaves the line only now. */
  async #have(result: Result): Promise<void> {
    this.dispatch({ kind: 'result.had', result });
    if (this.getSnapshot().view?.consultation) await this.#take(this.#ports.server.wipe());
  }

  /** With the code that the machine was set up with; when it does not work, staff is asked for one. */
  async #enrolUnattended(code: string): Promise<boolean> {
    try {
      await this.enrol(code);
      return true;
    } catch {
      return false;
    }
  }

  #connect(): void {
    const { live, talk } = this.#ports;
    live.start({
      connected: () => {
        this.dispatch({ kind: 'server.connected' });
        talk.connected();
      },
      view: (view) => this.dispatch({ kind: 'view.received', view }),
      lost: () => this.dispatch({ kind: 'server.lost' }),
      revoked: () => void this.revoked(),
      signal: (incoming) => talk.signal(incoming),
      chat: (news) => talk.chat(news),
    });
  }

  /** A failure is survived: the view also comes over the socket, or the server is known to be away. */
  async #take(reading: Promise<KioskView>): Promise<boolean> {
    try {
      this.dispatch({ kind: 'view.received', view: await reading });
      return true;
    } catch (error) {
      console.warn('A kiosk request failed', error instanceof ProblemError ? error.type : error);
      return false;
    }
  }

  #followLanguage(before: Flow, after: Flow): void {
    const request = after.view?.startRequest;
    const [wasCalled, called] = [calledHere(before), calledHere(after)];
    if (called && called.id !== wasCalled?.id) this.#ports.speak(called.language);
    else if (wasCalled && screenOf(after) === 'rest') this.#ports.speak(usualLanguage);
    if (request && after.startRequestId === request.id && before.startRequestId !== request.id) {
      this.#ports.speak(request.language);
    } else if (!before.view && after.view?.consultation) this.#ports.speak(after.view.consultation.language);
  }
}
