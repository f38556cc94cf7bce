import { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { KioskActivity, KioskView, OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Asked, KioskLive, KioskServer, LiveListener } from '../kiosk/kiosk-server.ts';
import { consultationOf, idOf, services, specialist, viewOf } from './samples.ts';

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

  async createTicket() {
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

  #answer(): void {
    if (this.fails) throw new ProblemError(this.fails);
  }
}

export const ticket = CallTicket.parse({
  ticket: 'sample',
  nodeUrl: 'http://localhost:4001',
  roomId: idOf(61),
  standing: 'participant',
});
