import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';

/** A time that is kept for the citizen. */
export const Held = z.object({
  code: AppointmentCode,
  startsAt: Instant,
  contactPointId: ContactPointId.nullable(),
  /** By this device's clock, in milliseconds since 1970: it may differ from the server's. */
  until: z.number(),
});
export type Held = z.infer<typeof Held>;

/** What has been chosen so far. Who the citizen is does not belong here: this is kept while the page is loaded anew. */
export const Draft = z.object({
  serviceId: PublicServiceId.nullable(),
  channel: z.enum(['kiosk', 'telephone']).nullable(),
  contactPointId: ContactPointId.nullable(),
  near: z.boolean(),
  language: Language.nullable(),
  held: Held.nullable(),
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft: Draft = {
  serviceId: null,
  channel: null,
  contactPointId: null,
  near: false,
  language: null,
  held: null,
};

const storageKey = 'booking';

/** What this tab was in the middle of. A browser that keeps nothing begins anew. */
export function readDraft(): Draft {
  try {
    return Draft.catch(emptyDraft).parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(draft: Draft): void {
  try {
    if (draft === emptyDraft) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // It lasts as long as the page does.
  }
}
