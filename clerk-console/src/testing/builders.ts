import { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { type BuiltInRole, roleHolds, staffPermissions } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  ContactPointKiosk,
  ContactPointView,
  DeskConsultation,
  DeskView,
  OfferedService,
  Ring,
  WaitingEntry,
} from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationState } from '@remote-clerk/shared/domain/consultation.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { z } from 'zod';

/** The moment at which the tests' world stands: a Friday, half past two in Riga. */
export const now = Date.UTC(2026, 10, 20, 12, 30);

/** An instant so many seconds ago, or ahead when negative. */
export const ago = (seconds: number, from = now): Instant => instantFrom(from - seconds * 1000);

/** A made-up UUID that is the same every time. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const text = (lv: string, en: string, ru: string, uk: string) => ({ lv, en, ru, uk });

export const services = {
  pension: {
    id: uuid(101),
    name: text(
      'Vecuma pensijas pieprasīšana',
      'Applying for an old-age pension',
      'Оформление пенсии по старости',
      'Оформлення пенсії за віком',
    ),
  },
  family: {
    id: uuid(102),
    name: text(
      'Ģimenes valsts pabalsts',
      'State family benefit',
      'Государственное семейное пособие',
      'Державна сімейна допомога',
    ),
  },
  taxes: {
    id: uuid(103),
    name: text(
      'Gada ienākumu deklarācija',
      'Annual income declaration',
      'Годовая декларация о доходах',
      'Річна декларація про доходи',
    ),
  },
};
export const institution = {
  id: uuid(201),
  code: 'VSAA',
  name: text(
    'Valsts sociālās apdrošināšanas aģentūra',
    'State Social Insurance Agency',
    'Государственное агентство социального страхования',
    'Державне агентство соціального страхування',
  ),
};
export const contactPoint = { id: uuid(301), name: 'Kuldīgas KAC' };
const organisation = { id: uuid(401), name: 'Valsts digitālās attīstības aģentūra' };

/** A person for each built-in role, and one who has none yet. */
export type Who = BuiltInRole | 'newcomer';
type Person = { id: string; username: string; name: string; jobTitle: string | null };

const people: Record<Who, Person> = {
  specialist: { id: uuid(1), username: 'anna.berzina', name: 'Anna Bērziņa', jobTitle: 'Vecākā eksperte' },
  clerk: { id: uuid(2), username: 'ilze.kalnina', name: 'Ilze Kalniņa', jobTitle: null },
  administrator: { id: uuid(3), username: 'administrators', name: 'Juris Ozols', jobTitle: null },
  manager: { id: uuid(4), username: 'liga.ozolina', name: 'Līga Ozoliņa', jobTitle: 'Nodaļas vadītāja' },
  auditor: { id: uuid(5), username: 'peteris.kruze', name: 'Pēteris Krūze', jobTitle: 'Iekšējais auditors' },
  newcomer: { id: uuid(6), username: 'marta.liepa', name: 'Marta Liepa', jobTitle: null },
};

export const anAccount = (who: Who, change: Partial<z.input<typeof Account>> = {}): Account =>
  Account.parse({
    ...people[who],
    post: who === 'specialist' || who === 'clerk' ? who : 'office',
    // Everybody who is signed in may look after that.
    permissions: staffPermissions.filter(
      (permission) => permission === 'session.own' || (who !== 'newcomer' && roleHolds(who, permission)),
    ),
    organisation,
    institutionId: who === 'specialist' ? institution.id : null,
    contactPointId: who === 'clerk' ? contactPoint.id : null,
    ...change,
  });

export const aWaitingEntry = (
  place: number,
  change: Partial<z.input<typeof WaitingEntry>> = {},
): z.output<typeof WaitingEntry> =>
  WaitingEntry.parse({
    consultationId: uuid(500 + place),
    service: services.pension,
    institution,
    contactPoint,
    language: 'lv',
    askedAt: ago(60 * place),
    place,
    ringsElsewhere: false,
    staffPresence: 'left',
    ticket: null,
    forMe: false,
    ...change,
  });

export const aRing = (change: Partial<z.input<typeof Ring>> = {}): z.output<typeof Ring> =>
  Ring.parse({
    consultationId: uuid(600),
    service: services.pension,
    institution,
    contactPoint,
    language: 'lv',
    askedAt: ago(9),
    offeredAt: ago(4),
    expiresAt: ago(-16),
    staffPresence: 'in-room',
    ticket: null,
    forMe: false,
    ...change,
  });

export const aCurrent = (change: Partial<z.input<typeof DeskConsultation>> = {}): z.output<typeof DeskConsultation> =>
  DeskConsultation.parse({
    id: uuid(600),
    state: 'live',
    caseId: uuid(700),
    caseNumber: '2026-001024',
    service: services.pension,
    institution,
    contactPoint,
    language: 'lv',
    askedAt: ago(200),
    acceptedAt: ago(187),
    liveAt: ago(187),
    staffPresence: 'in-room',
    identity: 'none',
    emergencyAt: null,
    handedOverBy: null,
    people: [],
    held: false,
    away: { citizen: false, specialist: false, node: false },
    ...change,
  });

export const aDesk = (change: Partial<z.input<typeof DeskView>> = {}): DeskView =>
  DeskView.parse({
    revision: 1,
    asOf: ago(0),
    specialist: { id: people.specialist.id, name: people.specialist.name, jobTitle: people.specialist.jobTitle },
    available: true,
    awayBecause: null,
    idleSince: ago(300),
    ring: null,
    waiting: [],
    current: null,
    toClose: [],
    appointments: [],
    callBacks: [],
    invitations: [],
    today: { served: 9, colleaguesAvailable: 3 },
    ...change,
  });

type KioskChange = Partial<z.input<typeof ContactPointKiosk>> & { readonly consultationState?: ConsultationState };

export const aKiosk = ({ consultationState, ...change }: KioskChange): ContactPointKiosk =>
  ContactPointKiosk.parse({
    id: uuid(801),
    name: 'Kiosks 1',
    enrolled: true,
    online: true,
    activity: 'rest',
    helpRequestedAt: null,
    startRequestPending: false,
    emergencyAt: null,
    selfTest: null,
    consultation: consultationState
      ? {
          id: uuid(600),
          state: consultationState,
          service: services.pension,
          institution,
          language: 'lv',
          askedAt: ago(240),
          liveAt: consultationState === 'live' ? ago(187) : null,
          place: consultationState === 'waiting' ? 2 : null,
          specialistName: consultationState === 'live' ? people.specialist.name : null,
          staffPresence: 'in-room',
          identity: 'none',
          kioskConnected: consultationState === 'live',
          specialistConnected: consultationState === 'live',
        }
      : null,
    ...change,
  });

export const aContactPoint = (
  kiosks: readonly ContactPointKiosk[],
  change: Partial<z.input<typeof ContactPointView>> = {},
): ContactPointView =>
  ContactPointView.parse({
    revision: 1,
    asOf: ago(0),
    contactPoint: { ...contactPoint, address: 'Baznīcas iela 1, Kuldīga', timeZone: 'Europe/Riga' },
    kiosks,
    tickets: [],
    appointments: [],
    ...change,
  });

export const aService = (
  name: z.input<typeof OfferedService>['name'],
  change: Partial<z.input<typeof OfferedService>> = {},
): OfferedService =>
  OfferedService.parse({
    id: uuid(101),
    name,
    description: name,
    bring: null,
    topic: 'family',
    identity: 'none',
    institution,
    minutes: 15,
    languages: ['lv', 'ru'],
    staffed: true,
    wait: { from: 5, to: 10 },
    opensAt: null,
    bookable: true,
    ...change,
  });

export const aCase = (change: Partial<z.input<typeof ServiceCase>> = {}): ServiceCase =>
  ServiceCase.parse({
    id: uuid(700),
    number: '2026-001024',
    consultationId: uuid(600),
    status: 'open',
    state: 'live',
    service: services.pension.name,
    institution: institution.name,
    contactPoint: contactPoint.name,
    language: 'lv',
    askedAt: ago(200),
    acceptedAt: ago(187),
    liveAt: ago(187),
    endedAt: null,
    outcome: null,
    version: 3,
    channel: 'remote-consultation',
    endReason: null,
    participants: [
      { role: 'citizen', name: null },
      { role: 'specialist', name: people.specialist.name },
    ],
    notes: '',
    quality: null,
    rating: null,
    closedAt: null,
    timeline: [
      { at: ago(200), step: 'asked', actor: 'citizen', actorName: null, reason: null },
      { at: ago(199), step: 'staff-in-room', actor: 'clerk', actorName: people.clerk.name, reason: null },
      { at: ago(198), step: 'offered', actor: 'system', actorName: null, reason: null },
      { at: ago(187), step: 'accepted', actor: 'specialist', actorName: people.specialist.name, reason: null },
      { at: ago(187), step: 'live', actor: 'system', actorName: null, reason: null },
    ],
    pictures: [],
    chat: [],
    ...change,
  });
