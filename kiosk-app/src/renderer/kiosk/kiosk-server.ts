import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { KioskActivity, KioskView, OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, KioskId, PublicServiceId, StartRequestId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';

export type Asked = { serviceId: PublicServiceId; language: Language; startRequestId?: StartRequestId };

/** What the kiosk asks of the server. Rejects with ProblemError when refused, with TypeError when out of reach. */
export interface KioskServer {
  enrol(input: { code: string; publicKey: KioskPublicKey }): Promise<{ kioskId: KioskId; contactPointName: string }>;
  readView(): Promise<KioskView>;
  listServices(): Promise<OfferedService[]>;
  /** The same key for the same wish, however often it is sent. */
  ask(wish: Asked, idempotencyKey: string): Promise<{ view: KioskView; call: CallTicket | null }>;
  createTicket(consultationId: ConsultationId): Promise<CallTicket>;
  end(consultationId: ConsultationId): Promise<void>;
  rate(consultationId: ConsultationId, rating: number): Promise<void>;
  requestHelp(): Promise<KioskView>;
  dismissStartRequest(startRequestId: StartRequestId): Promise<KioskView>;
  wipe(): Promise<KioskView>;
}

export interface LiveListener {
  connected(): void;
  view(view: KioskView): void;
  lost(): void;
  revoked(): void;
}

/** What the server tells the kiosk of its own accord. */
export interface KioskLive {
  start(listener: LiveListener): void;
  /** Repeated after every reconnect. */
  report(activity: KioskActivity): void;
  stop(): void;
}
