import { z } from 'zod';
import { ConsultationState, EndReason } from '../domain/consultation.ts';
import {
  AccountId,
  ConsultationId,
  ContactPointId,
  InstitutionId,
  KioskId,
  PublicServiceId,
  ServiceCaseId,
  StartRequestId,
} from '../domain/ids.ts';
import { Language } from '../domain/languages.ts';
import { PriorityClass } from '../domain/queue-ticket.ts';
import { Instant } from '../domain/time.ts';
import { Appointment } from './appointments.ts';
import { IdentityNeed, IdentityState } from './identity.ts';
import { LocalizedText } from './localized.ts';
import { DeskInvitation, Invitation } from './people.ts';
import { OwnTicket, QueueTicket } from './queue.ts';
import { SelfTestSummary } from './self-test.ts';
import { WaitEstimate } from './wait.ts';

/**
 * What each screen shows, whole. The same view is read over HTTP and pushed over the socket after every change, so that a
 * screen never has to put it together from pieces; `revision` grows, and a view with a smaller one is out of date.
 */
const view = { revision: z.int().nonnegative(), asOf: Instant };

export const StaffPresence = z.enum(['in-room', 'left']);
export type StaffPresence = z.infer<typeof StaffPresence>;

const ServiceName = z.object({ id: PublicServiceId, name: LocalizedText });
const InstitutionName = z.object({ id: InstitutionId, code: z.string(), name: LocalizedText });
const ContactPointName = z.object({ id: ContactPointId, name: z.string() });

/**
 * Who cannot be heard of in a call just now: the ends by their media, or the media node itself. While the node is away the two
 * talk directly; nobody has to do anything but wait.
 */
export const CallAbsences = z.object({ citizen: z.boolean(), specialist: z.boolean(), node: z.boolean() });
export type CallAbsences = z.infer<typeof CallAbsences>;

/** Who else is in the consultation, or was asked to come. */
const people = {
  people: z.array(Invitation),
  /** The citizen is on hold: the others talk among themselves. */
  held: z.boolean(),
  away: CallAbsences,
};

/** What the citizen's own consultation looks like from the kiosk. */
export const KioskConsultation = z
  .object({
    id: ConsultationId,
    state: ConsultationState,
    endReason: EndReason.nullable(),
    caseNumber: z.string(),
    service: ServiceName,
    institution: InstitutionName,
    language: Language,
    askedAt: Instant,
    liveAt: Instant.nullable(),
    /** 1 for the next to be served; null once somebody has accepted. */
    place: z.int().positive().nullable(),
    wait: WaitEstimate,
    specialist: z.object({ name: z.string(), jobTitle: z.string() }).nullable(),
    staffPresence: StaffPresence,
    /** Which room to be in; a new one means that the old one is gone. Null while no media node can be reached. */
    room: z.object({ id: z.uuid() }).nullable(),
    rated: z.boolean(),
    identity: IdentityState,
    ...people,
  })
  .meta({ id: 'KioskConsultation' });
export type KioskConsultation = z.infer<typeof KioskConsultation>;

/** A clerk has started a session for the citizen who stands at the kiosk. */
export const StartRequest = z.object({
  id: StartRequestId,
  serviceId: PublicServiceId,
  language: Language,
  staffPresence: StaffPresence,
});
export type StartRequest = z.infer<typeof StartRequest>;

export const KioskView = z
  .object({
    ...view,
    kiosk: z.object({ id: KioskId, name: z.string() }),
    contactPoint: ContactPointName.extend({ address: z.string(), timeZone: z.string() }),
    /** The open one, or the last one until the kiosk is wiped. */
    consultation: KioskConsultation.nullable(),
    startRequest: StartRequest.nullable(),
    /** The number that is called to this kiosk now: whoever has it touches the screen to begin. */
    calledTicket: OwnTicket.nullable(),
    /** Where the citizen is passed on to when the consultation on the screen is over. */
    nextTicket: OwnTicket.nullable(),
    /** Today, in the contact point's wall-clock time; empty on a day on which it is closed. */
    openToday: z.array(z.object({ from: Instant, until: Instant })),
    helpRequestedAt: Instant.nullable(),
    /** Through whom citizens can sign in here, as they know it; null where they cannot. */
    signInThrough: z.string().nullable(),
  })
  .meta({ id: 'KioskView' });
export type KioskView = z.infer<typeof KioskView>;

export const WaitingEntry = z.object({
  consultationId: ConsultationId,
  service: ServiceName,
  institution: InstitutionName,
  contactPoint: ContactPointName,
  language: Language,
  askedAt: Instant,
  place: z.int().positive(),
  /** Rings at a colleague now. Anyone who can serve it may still take it. */
  ringsElsewhere: z.boolean(),
  staffPresence: StaffPresence,
  /** The ticket it began with, why it goes first, and what was written when it was passed on. */
  ticket: z
    .object({
      number: z.string(),
      priority: PriorityClass,
      note: z.string(),
      /** Of the appointment that it began with; null for who walked in. */
      appointmentStartsAt: Instant.nullable().default(null),
    })
    .nullable(),
  /** It is for this specialist first: booked with them, passed on to them, or they had the case. */
  forMe: z.boolean(),
});
export type WaitingEntry = z.infer<typeof WaitingEntry>;

export const Ring = WaitingEntry.omit({ place: true, ringsElsewhere: true }).extend({
  offeredAt: Instant,
  expiresAt: Instant,
});
export type Ring = z.infer<typeof Ring>;

export const DeskConsultation = z.object({
  id: ConsultationId,
  state: ConsultationState,
  caseId: ServiceCaseId,
  caseNumber: z.string(),
  service: ServiceName,
  institution: InstitutionName,
  contactPoint: ContactPointName,
  language: Language,
  askedAt: Instant,
  acceptedAt: Instant,
  liveAt: Instant.nullable(),
  staffPresence: StaffPresence,
  /** When the contact point's staff were called to the kiosk; null when they were not, or have come. */
  emergencyAt: Instant.nullable(),
  /** It was handed over by a colleague: it is to be entered without having been answered. */
  handedOverBy: z.string().nullable(),
  identity: IdentityState,
  ...people,
});
export type DeskConsultation = z.infer<typeof DeskConsultation>;

export const DeskView = z
  .object({
    ...view,
    specialist: z.object({ id: AccountId, name: z.string(), jobTitle: z.string() }),
    available: z.boolean(),
    /** Why the system turned availability off, so that the specialist is not left wondering. */
    awayBecause: z.enum(['own-choice', 'unanswered', 'signed-out']).nullable(),
    idleSince: Instant.nullable(),
    ring: Ring.nullable(),
    waiting: z.array(WaitingEntry),
    current: DeskConsultation.nullable(),
    /** Own cases whose call is over and that are not closed yet, the latest first. */
    toClose: z.array(
      z.object({
        caseId: ServiceCaseId,
        caseNumber: z.string(),
        service: ServiceName,
        endedAt: Instant,
        state: ConsultationState,
      }),
    ),
    /** Own appointments of today that are still to come or have arrived, in order. */
    appointments: z.array(Appointment),
    /** Citizens to be called by telephone, for whom this specialist can do it. */
    callBacks: z.array(QueueTicket),
    /** Colleagues who ask this specialist into their calls. */
    invitations: z.array(DeskInvitation),
    today: z.object({ served: z.int().nonnegative(), colleaguesAvailable: z.int().nonnegative() }),
  })
  .meta({ id: 'DeskView' });
export type DeskView = z.infer<typeof DeskView>;

/** Which screen the kiosk is at: no personal data, only where somebody may need help. */
export const KioskActivity = z.enum(['rest', 'choosing', 'device-check', 'waiting', 'call', 'rating', 'trouble']);
export type KioskActivity = z.infer<typeof KioskActivity>;

export const ContactPointKiosk = z.object({
  id: KioskId,
  name: z.string(),
  enrolled: z.boolean(),
  online: z.boolean(),
  activity: KioskActivity,
  helpRequestedAt: Instant.nullable(),
  startRequestPending: z.boolean(),
  /** A specialist in a call has called for help here at once. */
  emergencyAt: Instant.nullable(),
  /** What the kiosk found when it last tested itself; null when it never did. */
  selfTest: SelfTestSummary.nullable(),
  consultation: z
    .object({
      id: ConsultationId,
      state: ConsultationState,
      service: ServiceName,
      institution: InstitutionName,
      language: Language,
      askedAt: Instant,
      liveAt: Instant.nullable(),
      place: z.int().positive().nullable(),
      specialistName: z.string().nullable(),
      staffPresence: StaffPresence,
      identity: IdentityState,
      /** Whether the citizen's media reaches the call. */
      kioskConnected: z.boolean(),
      specialistConnected: z.boolean(),
    })
    .nullable(),
});
export type ContactPointKiosk = z.infer<typeof ContactPointKiosk>;

export const ContactPointView = z
  .object({
    ...view,
    contactPoint: ContactPointName.extend({ address: z.string(), timeZone: z.string() }),
    kiosks: z.array(ContactPointKiosk),
    /** The line of the room, in the order in which they will be called; then those held, called back, missed today. */
    tickets: z.array(QueueTicket),
    /** Today's appointments at this contact point. */
    appointments: z.array(Appointment),
  })
  .meta({ id: 'ContactPointView' });
export type ContactPointView = z.infer<typeof ContactPointView>;

/** What someone who was invited sees: no case, no notes, nobody's name but of those who are in the call. */
export const GuestView = z
  .object({
    ...view,
    invitation: Invitation,
    consultation: z.object({
      id: ConsultationId,
      state: ConsultationState,
      service: ServiceName,
      institution: InstitutionName,
      contactPoint: ContactPointName,
      language: Language,
      specialistName: z.string().nullable(),
      room: z.object({ id: z.uuid() }).nullable(),
      ...people,
    }),
  })
  .meta({ id: 'GuestView' });
export type GuestView = z.infer<typeof GuestView>;

/** A service as a citizen can choose it. */
export const OfferedService = z
  .object({
    id: PublicServiceId,
    name: LocalizedText,
    description: LocalizedText,
    /** What to have ready. */
    bring: LocalizedText.nullable(),
    /** The situation in life it belongs to, for "help me choose". */
    topic: z.enum(['family', 'work', 'pension', 'taxes', 'documents', 'property', 'business', 'health']),
    institution: InstitutionName,
    minutes: z.int().positive(),
    /** Languages in which somebody who serves it speaks, whether there now or not. */
    languages: z.array(Language),
    /** Whether somebody who serves it is at work now. */
    staffed: z.boolean(),
    wait: WaitEstimate,
    /** When somebody who serves it is next at work by their schedule; null when somebody is now, or nobody knows. */
    opensAt: Instant.nullable(),
    /** Whether it can be booked at a kiosk. */
    bookable: z.boolean(),
    identity: IdentityNeed,
  })
  .meta({ id: 'OfferedService' });
export type OfferedService = z.infer<typeof OfferedService>;
