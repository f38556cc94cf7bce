import type { CitizenContact, OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { KioskActivity, KioskView, OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { CitizenSignInId, type ConsultationId, KioskId, type RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type {
  Asked,
  CheckedIn,
  FoundSlots,
  HoldWish,
  KioskLive,
  KioskServer,
  LiveListener,
  SelfTestFindings,
  SlotsWish,
  TicketWish,
} from '../kiosk/kiosk-server.ts';
import { idOf } from './sample-ids.ts';
import { services } from './sample-services.ts';
import { appointmentOf, consultationOf, slots, specialist, ticketOf, viewOf } from './samples.ts';

/** A scheduler-api in memory: keeps one kiosk's view, notes what was asked of it, and fails when told to. */
export class FakeServer implements KioskServer, KioskLive {
  view: KioskView = viewOf();
  services: OfferedService[] = services;
  /** The problem that every request meets. */
  fails: ProblemType | null = null;
  readonly asked: Array<Asked & { key: string }> = [];
  readonly activities: KioskActivity[] = [];
  readonly ratings: number[] = [];
  wipes = 0;
  checkedIn: CheckedIn = { arrival: 'on-time', appointment: appointmentOf(), ticket: ticketOf(), canBegin: true };
  slots: FoundSlots['slots'] = slots;
  /** Starts that somebody else was quicker to take. */
  readonly taken: Instant[] = [];
  readonly held: Array<HoldWish & { key: string }> = [];
  readonly confirmed: Array<CitizenContact & { key: string }> = [];
  /** Codes of times that were given up. */
  readonly givenUp: string[] = [];
  readonly slotsAsked: SlotsWish[] = [];
  readonly lines: ChatMessage[] = [];
  /** What the kiosk told the others in passing. */
  readonly signals: CallSignal[] = [];
  readonly pictures: string[] = [];
  readonly selfTests: SelfTestFindings[] = [];
  /** The provider's pages do not come. */
  signInWaits = false;
  /** What citizens came back with from the provider. */
  readonly signInQueries: string[] = [];
  readonly unreachable: Array<RoomId | undefined> = [];
  #hold: OwnAppointment | null = null;
  #listener: LiveListener | null = null;

  /** Changes the view and tells the kiosk. */
  push(change: Partial<KioskView>): void {
    this.view = viewOf({ ...this.view, ...change, revision: this.view.revision + 1 });
    this.#listener?.view(this.view);
  }

  /** Changes the consultation and tells the kiosk. */
  pushConsultation(change: Parameters<typeof consultationOf>[0]): void {
    this.push({ consultation: consultationOf({ ...this.view.consultation, ...change }) });
  }

  accept(): void {
    this.pushConsultation({ state: 'accepted', place: null, wait: null, specialist });
    this.pushConsultation({ state: 'live', liveAt: instantFrom(60_000) });
  }

  /** The wire goes, or comes back with a server that may count revisions anew. */
  lose(): void {
    this.#listener?.lost();
  }

  reconnect(view: KioskView = this.view): void {
    this.view = view;
    this.#listener?.connected();
    this.#listener?.view(view);
  }

  start(listener: LiveListener): void {
    this.#listener = listener;
    if (this.fails) listener.lost();
    else this.reconnect();
  }

  report(activity: KioskActivity): void {
    this.activities.push(activity);
  }

  stop(): void {
    this.#listener = null;
  }

  async enrol() {
    this.#answer();
    return { kioskId: KioskId.parse(idOf(31)), contactPointName: 'Kuldīga' };
  }

  async readView() {
    this.#answer();
    return this.view;
  }

  async listServices() {
    this.#answer();
    return this.services;
  }

  async ask(wish: Asked, key: string) {
    this.asked.push({ ...wish, key });
    this.#answer();
    this.pushConsultation({ state: 'waiting', endReason: null, language: wish.language });
    return { view: this.view, call: ticket };
  }

  /** The specialist says something in passing. */
  say(signal: CallSignal, from: Partial<IncomingSignal['from']> = {}): void {
    const { consultation } = this.view;
    if (!consultation) throw new Error('There is nobody to speak to');
    const sender = { role: 'specialist', id: idOf(33), name: specialist.name, ...from } as const;
    this.#listener?.signal({ consultationId: consultation.id, from: sender, signal });
  }

  /** The specialist writes a line. */
  chat(text: string): void {
    this.#addLine(text, 'specialist');
  }

  async send(_consultationId: ConsultationId, signal: CallSignal) {
    this.#answer();
    this.signals.push(signal);
  }

  async listChat(_consultationId: ConsultationId, after: number) {
    this.#answer();
    return this.lines.filter(({ sequence }) => sequence > after);
  }

  async writeChat(_consultationId: ConsultationId, text: string) {
    this.#answer();
    return this.#addLine(text, 'citizen');
  }

  async savePicture(_consultationId: ConsultationId, jpeg: string) {
    this.#answer();
    this.pictures.push(jpeg);
  }

  async createSelfTestTicket() {
    this.#answer();
    return ticket;
  }

  async saveSelfTest(found: SelfTestFindings) {
    this.#answer();
    this.selfTests.push(found);
  }

  async createTicket(_consultationId?: ConsultationId, unreachableRoomId?: RoomId) {
    this.unreachable.push(unreachableRoomId);
    this.#answer();
    return ticket;
  }

  async end() {
    this.#answer();
    const wasAnswered = this.view.consultation?.specialist;
    this.pushConsultation(
      wasAnswered ? { state: 'ended', endReason: 'citizen-ended' } : { state: 'abandoned', endReason: 'citizen-left' },
    );
  }

  async rate(_consultationId: unknown, rating: number) {
    this.#answer();
    this.ratings.push(rating);
    this.pushConsultation({ rated: true });
  }

  async beginSignIn() {
    this.#answer();
    if (this.signInWaits) await new Promise(() => undefined);
    const origin = 'https://provider.example';
    return {
      id: CitizenSignInId.parse(idOf(95)),
      url: `${origin}/authorize`,
      returnTo: `${origin}/`,
      origins: [origin],
    };
  }

  async completeSignIn(_id: CitizenSignInId, query: string) {
    this.signInQueries.push(query);
    this.#answer();
    return { name: 'Anna Ķirse', endSessionUrl: 'https://provider.example/end' };
  }

  async requestHelp() {
    this.#answer();
    this.push({ helpRequestedAt: instantFrom(0) });
    return this.view;
  }

  async dismissStartRequest() {
    this.#answer();
    this.push({ startRequest: null });
    return this.view;
  }

  async wipe() {
    this.wipes += 1;
    this.#answer();
    this.push({ consultation: null, startRequest: null });
    return this.view;
  }

  async takeTicket({ language }: TicketWish) {
    this.#answer();
    return ticketOf({ language });
  }

  async checkIn() {
    this.#answer();
    return this.checkedIn;
  }

  async dismissCall() {
    this.#answer();
    this.push({ calledTicket: null });
    return this.view;
  }

  async findSlots(wish: SlotsWish) {
    this.slotsAsked.push(wish);
    this.#answer();
    return { slots: wish.firstDay <= dayOf(this.slots[0]) ? this.slots : [], continueOn: null };
  }

  async hold(wish: HoldWish, key: string) {
    this.held.push({ ...wish, key });
    this.#answer();
    if (this.taken.includes(wish.startsAt)) {
      const free = this.slots.map(({ startsAt }) => startsAt).filter((start) => start > wish.startsAt);
      throw new ProblemError('slot-taken', undefined, { alternatives: free.slice(0, 3) });
    }
    this.#hold = appointmentOf({ startsAt: wish.startsAt, language: wish.language });
    return this.#hold;
  }

  async confirm(_code: string, citizen: CitizenContact, key: string) {
    this.confirmed.push({ ...citizen, key });
    this.#answer();
    return appointmentOf({ ...this.#hold, state: 'booked', heldUntil: null, citizenName: citizen.name });
  }

  async giveUp(code: string) {
    this.givenUp.push(code);
    this.#answer();
  }

  #addLine(text: string, from: 'citizen' | 'specialist'): ChatMessage {
    const sequence = this.lines.length + 1;
    const name = from === 'citizen' ? 'Kuldīga 1' : specialist.name;
    const line = ChatMessage.parse({ id: idOf(800 + sequence), sequence, at: instantFrom(0), from, name, text });
    this.lines.push(line);
    const { consultation } = this.view;
    if (consultation) this.#listener?.chat({ consultationId: consultation.id, latest: sequence });
    return line;
  }

  #answer(): void {
    if (this.fails) throw new ProblemError(this.fails);
  }
}

const dayOf = (slot: FoundSlots['slots'][number] | undefined) => slot?.startsAt.slice(0, 10) ?? '';

export const ticket = CallTicket.parse({
  ticket: 'sample',
  nodeUrl: 'http://localhost:4001',
  roomId: idOf(61),
  standing: 'participant',
  iceServers: [],
});

/** A talk that nobody follows. */
export const nobody = { connected: () => undefined, signal: () => undefined, chat: () => undefined };
