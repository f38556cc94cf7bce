import type { CitizenContact, OwnAppointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ChatMessage, ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import type { KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { SelfTest } from '@remote-clerk/shared/contracts/self-test.ts';
import type { KioskActivity, KioskView, OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type {
  CitizenSignInId,
  ConsultationId,
  ContactPointId,
  KioskId,
  PublicServiceId,
  QueueTicketId,
  RoomId,
  StartRequestId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';

export type TicketWish = { serviceId: PublicServiceId; language: Language };
export type Asked = TicketWish & {
  startRequestId?: StartRequestId;
  ticketId?: QueueTicketId;
  signInId?: CitizenSignInId;
};
export type HoldWish = TicketWish & { startsAt: Instant };
export type SlotsWish = TicketWish & { contactPointId: ContactPointId; firstDay: PlainDate; lastDay: PlainDate };
export type SelfTestFindings = Omit<SelfTest, 'at'>;
export type FoundSlots = { slots: Slot[]; continueOn: PlainDate | null };
export type BegunSignIn = { id: CitizenSignInId; url: string; returnTo: string; origins: string[] };
export type CheckedIn = {
  arrival: 'early' | 'on-time' | 'late';
  appointment: OwnAppointment;
  ticket: OwnTicket;
  canBegin: boolean;
};

/** What the kiosk asks of the server. Rejects with ProblemError when refused, with TypeError when out of reach. */
export interface KioskServer {
  enrol(input: { code: string; publicKey: KioskPublicKey }): Promise<{ kioskId: KioskId; contactPointName: string }>;
  readView(): Promise<KioskView>;
  listServices(): Promise<OfferedService[]>;
  /** The same key for the same wish, however often it is sent. */
  ask(wish: Asked, idempotencyKey: string): Promise<{ view: KioskView; call: CallTicket | null }>;
  /** @param unreachableRoomId the room that could not be entered, so that another is found */
  createTicket(consultationId: ConsultationId, unreachableRoomId?: RoomId): Promise<CallTicket>;
  /** The chat's lines after a number, in order. */
  listChat(consultationId: ConsultationId, after: number): Promise<ChatMessage[]>;
  writeChat(consultationId: ConsultationId, text: string, idempotencyKey: string): Promise<ChatMessage>;
  /** @param jpeg base64 */
  savePicture(consultationId: ConsultationId, jpeg: string, idempotencyKey: string): Promise<void>;
  createSelfTestTicket(): Promise<CallTicket>;
  saveSelfTest(found: SelfTestFindings): Promise<void>;
  end(consultationId: ConsultationId): Promise<void>;
  rate(consultationId: ConsultationId, rating: number): Promise<void>;
  /** Where the citizen signs in for a service. */
  beginSignIn(serviceId: PublicServiceId): Promise<BegunSignIn>;
  /** @param query with which the provider sent them back */
  completeSignIn(id: CitizenSignInId, query: string): Promise<{ name: string; endSessionUrl: string | null }>;
  requestHelp(): Promise<KioskView>;
  dismissStartRequest(startRequestId: StartRequestId): Promise<KioskView>;
  wipe(): Promise<KioskView>;
  takeTicket(wish: TicketWish, idempotencyKey: string): Promise<OwnTicket>;
  checkIn(code: string): Promise<CheckedIn>;
  dismissCall(ticketId: QueueTicketId): Promise<KioskView>;
  findSlots(wish: SlotsWish): Promise<FoundSlots>;
  hold(wish: HoldWish, idempotencyKey: string): Promise<OwnAppointment>;
  confirm(code: string, citizen: CitizenContact, idempotencyKey: string): Promise<OwnAppointment>;
  /** The time that was kept is free again. */
  giveUp(code: string, idempotencyKey: string): Promise<void>;
}

export interface LiveListener {
  connected(): void;
  view(view: KioskView): void;
  lost(): void;
  revoked(): void;
  /** What others in the consultation say in passing. */
  signal(incoming: IncomingSignal): void;
  chat(news: ChatNews): void;
}

/** What the server tells the kiosk of its own accord. */
export interface KioskLive {
  start(listener: LiveListener): void;
  /** Repeated after every reconnect. */
  report(activity: KioskActivity): void;
  /** To the others in the consultation. @throws ProblemError when refused, Error while the server is away */
  send(consultationId: ConsultationId, signal: CallSignal): Promise<void>;
  stop(): void;
}
