import { generateKeyPairSync, sign } from 'node:crypto';
import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import type { RouteName } from '@remote-clerk/shared/contracts/http/index.ts';
import { challengePrefix, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { usualOpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { organisationScope, systemScope } from '../db/scope.ts';
import { providerSettings } from '../identity/oidc/testing/provider-settings.ts';
import { testPassword } from './builders.ts';
import { directoryExamples } from './directory-examples.ts';
import type { CallerName, Scene } from './scene.ts';
import { someJpeg } from './scene-people.ts';
import { signInExamples } from './sign-in-examples.ts';
import type { TestClient } from './test-client.ts';

export type Given = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** For routes of those who are nobody yet. */
  cookies?: Record<string, string>;
};

export type RouteExample = {
  /** Those who may, the first of them with success; `everyone` needs no sign-in. All of other roles are `not-allowed`. */
  by: readonly CallerName[] | 'everyone';
  /** What a good request says. It names the things of whoever is in `by`, and is different each time where that is possible. */
  given(scene: Scene): Given | Promise<Given>;
  /**
   * What those of the same role get who are not in `by`: a refusal, or an answer about what is theirs (`own`), by which
   * nothing of ours is told or changed; `not-tried` where the request says nothing of whose it is.
   */
  others: ProblemType | 'own' | 'not-tried';
  /** Neighbours who may know that the thing exists, and what they get instead. */
  except?: Partial<Record<CallerName, ProblemType | 'own'>>;
  /** The browser that asks, where it was given something before that the request needs. */
  browser?(scene: Scene): Promise<TestClient>;
  /** What has to happen before the request succeeds. */
  before?(scene: Scene): Promise<unknown>;
};

const nothing = () => ({});
const inAllLanguages = (text: string) => ({ lv: text, en: text, ru: text, uk: text });
const consultation = ({ consultationId }: Scene) => ({ params: { consultationId }, body: {} });
const someKey = () => ({ ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) });
const week = { firstDay: '2027-03-01', lastDay: '2027-03-07' };
const dayOff = {
  kind: 'add-exceptions',
  exceptions: [
    {
      kind: 'closed',
      reason: 'leave',
      firstDay: '2027-07-05',
      lastDay: '2027-07-05',
      hours: null,
      channels: ['kiosk'],
    },
  ],
};
const someSelfTest = {
  camera: { verdict: 'well', framesPerSecond: 30 },
  microphone: { verdict: 'well', level: 0.4 },
  speaker: { verdict: 'poor', level: 0.1 },
  documentCamera: { verdict: 'not-run', framesPerSecond: null },
  network: { verdict: 'well', roundTripMs: 12, packetLossPercent: 0 },
};
const someDocument = {
  evidence: 'passport' as const,
  givenName: 'Anna',
  familyName: 'Ķirse',
  personalCode: '161175-19997',
};
const serving = { by: ['clerk'], others: 'not-found' } as const;
const ticketOf = (ticketId: string) => ({ params: { ticketId }, body: {} });
const managers = ['stateManager', 'stateAdministrator'] as const;
const bookers = ['clerk', 'administrator', 'stateAdministrator', 'manager', 'stateManager'] as const;
const everybody = ['specialist', 'clerk', 'administrator', 'manager', 'auditor'] as const;
const administrators = ['administrator', 'stateAdministrator'] as const;
/** Of each role one, the first of them at the municipality. */
const staffHere = ['clerk', 'specialist', 'administrator', 'manager', 'auditor'] as const;
const ourStaff = [
  ...staffHere,
  ...(['colleague', 'otherSpecialist', 'otherClerk', 'stateAdministrator', 'stateManager', 'stateAuditor'] as const),
];
const rightsManagersHere = ['manager', 'administrator'] as const;
const rightsManagers = [...rightsManagersHere, 'stateManager', 'stateAdministrator'] as const;
const someReason = { reason: 'Cits darbs' };

/**
 * One row for every endpoint: a good request, who may make it, and what everyone else gets. The rows stand in an order in
 * which each can succeed after the ones before it.
 */
export const routeExamples: Record<RouteName, RouteExample> = {
  signIn: {
    by: 'everyone',
    given: ({ colleague }) => ({ body: { username: colleague.account.username, password: testPassword } }),
    others: 'not-tried',
  },
  discoverSignIn: {
    by: 'everyone',
    given: ({ colleague }) => ({ body: { login: colleague.account.username } }),
    others: 'not-tried',
  },
  beginProviderSignIn: {
    by: 'everyone',
    given: async ({ providers }) => ({ params: { providerId: (await providers.ready()).id }, body: {} }),
    others: 'not-tried',
  },
  completeProviderSignIn: {
    by: 'everyone',
    given: ({ providers, fresh }) => providers.answer(fresh('person-')),
    others: 'not-tried',
  },
  endProviderSessions: {
    by: 'everyone',
    async given({ providers }) {
      const { id, provider } = await providers.ready();
      return { params: { providerId: id }, body: { logout_token: await provider.logoutToken({ sub: 'nobody' }) } };
    },
    others: 'not-tried',
  },
  listIdentityProviders: { by: administrators, given: nothing, others: 'own' },
  createIdentityProvider: {
    by: administrators,
    given: ({ fresh }) => ({ body: someProvider(fresh) }),
    others: 'own',
  },
  changeIdentityProvider: {
    by: ['administrator'],
    given: async ({ providers, fresh }) => ({
      params: { providerId: (await providers.another()).id },
      body: someProvider(fresh),
    }),
    others: 'not-found',
  },
  tryIdentityProvider: {
    by: ['administrator'],
    given: async ({ providers }) => ({ params: { providerId: (await providers.ready()).id }, body: {} }),
    others: 'not-found',
  },
  currentSession: { by: everybody, given: nothing, others: 'own' },

  challengeKiosk: { by: 'everyone', given: ({ kiosk }) => ({ body: { kioskId: kiosk.id } }), others: 'not-tried' },
  startKioskSession: {
    by: 'everyone',
    async given({ kiosk }) {
      const { challenge } = await kiosk.client.call(kioskRoutes.challengeKiosk, { body: { kioskId: kiosk.id } });
      const signature = sign(null, Buffer.from(challengePrefix + challenge), kiosk.privateKey).toString('base64url');
      return { body: { kioskId: kiosk.id, challenge, signature } };
    },
    others: 'not-tried',
  },
  enrolKiosk: {
    by: 'everyone',
    given: ({ enrolmentCode }) => ({ body: { code: enrolmentCode, publicKey: someKey() } }),
    others: 'not-tried',
  },

  acceptConsultation: {
    by: ['specialist'],
    given: consultation,
    others: 'not-found',
    except: { colleague: 'already-taken' },
  },
  declineConsultation: {
    by: ['colleague'],
    given: ({ ringingId }) => ({ params: { consultationId: ringingId }, body: {} }),
    others: 'not-found',
    except: { specialist: 'illegal-transition' },
  },
  createCallTicket: {
    by: ['specialist', 'kiosk', 'guest'],
    given: consultation,
    others: 'not-found',
    except: { colleague: 'illegal-transition' },
  },
  listChat: {
    by: ['specialist', 'kiosk', 'guest'],
    given: ({ consultationId }) => ({ params: { consultationId }, query: { after: '0' } }),
    others: 'not-found',
  },
  writeChat: {
    by: ['specialist', 'kiosk', 'guest'],
    given: async ({ queue, fresh }) => ({
      params: { consultationId: await queue.inCall() },
      body: { text: fresh('Rinda ') },
    }),
    others: 'not-found',
  },
  listOnDuty: {
    by: ['specialist'],
    given: async ({ queue }) => ({ params: { consultationId: await queue.inCall() } }),
    others: 'not-found',
  },
  invite: {
    by: ['specialist'],
    given: async ({ people, fresh }) => ({
      params: { consultationId: await people.makeRoom() },
      body: { role: 'interpreter', name: fresh('Tulks '), language: 'ru', accountId: null },
    }),
    others: 'not-found',
  },
  withdrawInvitation: {
    by: ['specialist'],
    given: async ({ people }) => ({ params: { invitationId: (await people.invitation()).id } }),
    others: 'not-found',
  },
  answerInvitation: {
    by: ['colleague'],
    given: async ({ people, colleague }) => ({
      params: { invitationId: (await people.invitation({ accountId: colleague.id })).id },
      body: { coming: true },
    }),
    others: 'not-found',
  },
  openInvitation: {
    by: 'everyone',
    given: async ({ people }) => ({ body: { code: (await people.invitation()).code } }),
    others: 'not-tried',
  },
  readGuestView: { by: ['guest'], given: nothing, others: 'own' },
  leaveAsGuest: { by: ['guest'], given: () => ({ body: {} }), others: 'not-tried' },
  setStaffPresence: {
    by: ['clerk'],
    given: ({ consultationId }) => ({ params: { consultationId }, body: { staffPresence: 'in-room' } }),
    others: 'not-found',
  },
  readDesk: { by: ['specialist'], given: nothing, others: 'own' },
  setAvailability: { by: ['specialist'], given: () => ({ body: { available: true } }), others: 'own' },

  listServiceCases: { by: ['specialist'], given: () => ({ query: { limit: '10', search: '' } }), others: 'own' },
  readServiceCase: { by: ['specialist'], given: ({ caseId }) => ({ params: { caseId } }), others: 'not-found' },
  recordIdentity: {
    by: ['specialist'],
    given: ({ caseId, fresh }) => ({ params: { caseId }, body: { ...someDocument, givenName: fresh('Anna ') } }),
    others: 'not-found',
  },
  readIdentity: { by: ['specialist'], given: ({ caseId }) => ({ params: { caseId } }), others: 'not-found' },
  revealPersonalCode: {
    by: ['specialist'],
    given: ({ caseId }) => ({ params: { caseId }, body: { reason: 'find-in-register' } }),
    others: 'not-found',
    before: ({ specialist, caseId }) =>
      specialist.client.call(identityRoutes.recordIdentity, { params: { caseId }, body: someDocument }),
  },
  findByPersonalCode: {
    by: ['specialist'],
    given: ({ caseId }) => ({ params: { caseId }, body: { personalCode: someDocument.personalCode } }),
    others: 'not-found',
  },
  recordIdentityAtKiosk: {
    by: ['clerk'],
    given: ({ kiosk, fresh }) => ({
      params: { kioskId: kiosk.id },
      body: { ...someDocument, givenName: fresh('Anna ') },
    }),
    others: 'not-found',
  },
  beginCitizenSignIn: {
    by: ['kiosk'],
    async given({ citizens, ours }) {
      await citizens.ready();
      return { body: { serviceId: ours.service.id } };
    },
    others: 'not-tried',
  },
  completeCitizenSignIn: {
    by: ['kiosk'],
    async given({ citizens }) {
      const { signInId, query } = await citizens.answer();
      return { params: { signInId }, body: { query } };
    },
    others: 'sign-in-failed',
  },
  updateServiceCase: {
    by: ['specialist'],
    given: ({ caseId }) => ({ params: { caseId }, body: { version: 1, notes: 'Izskaidrots', outcome: null } }),
    others: 'not-found',
  },
  rateConsultation: {
    by: ['kiosk'],
    given: ({ consultationId }) => ({ params: { consultationId }, body: { rating: 5 } }),
    others: 'not-found',
    before: (scene) => scene.goLive(),
  },
  savePicture: {
    by: ['kiosk'],
    given: async ({ people }) => ({
      params: { consultationId: await people.callAtKiosk() },
      body: { jpeg: someJpeg().toString('base64') },
    }),
    others: 'not-found',
  },
  readPicture: {
    by: ['specialist'],
    given: async ({ caseId, people }) => ({ params: { caseId, pictureId: await people.picture() } }),
    others: 'not-found',
  },
  deletePicture: {
    by: ['specialist'],
    given: async ({ caseId, people }) => ({ params: { caseId, pictureId: await people.picture() } }),
    others: 'not-found',
  },
  holdConsultation: {
    by: ['specialist'],
    given: ({ consultationId }) => ({ params: { consultationId }, body: { held: true } }),
    others: 'not-found',
  },
  callEmergency: { by: ['specialist'], given: consultation, others: 'not-found' },
  answerEmergency: {
    by: ['clerk'],
    given: ({ kiosk }) => ({ params: { kioskId: kiosk.id } }),
    others: 'not-found',
  },
  createSelfTestTicket: { by: ['kiosk'], given: () => ({ body: {} }), others: 'own' },
  endConsultation: { by: ['specialist', 'kiosk'], given: consultation, others: 'not-found' },
  closeServiceCase: {
    by: ['specialist'],
    given: ({ caseId }) => ({ params: { caseId }, body: { version: 2, outcome: 'advised', notes: 'Izskaidrots' } }),
    others: 'not-found',
  },

  handOver: {
    by: ['specialist'],
    given: async ({ queue, people, colleague }) => ({
      params: { consultationId: await queue.inCall() },
      body: { invitationId: (await people.invitation({ state: 'joined', accountId: colleague.id })).id },
    }),
    others: 'not-found',
    before: ({ people }) => people.goLive(),
  },

  readOperations: { by: administrators, given: nothing, others: 'own' },
  saveSelfTest: { by: ['kiosk'], given: () => ({ body: someSelfTest }), others: 'own' },
  readKioskView: { by: ['kiosk'], given: nothing, others: 'own' },
  listKioskServices: { by: ['kiosk'], given: nothing, others: 'own' },
  requestHelp: { by: ['kiosk'], given: () => ({ body: {} }), others: 'own' },
  dismissStartRequest: {
    by: ['kiosk'],
    given: ({ startRequestId }) => ({ params: { startRequestId } }),
    others: 'not-found',
  },
  wipeKiosk: { by: ['kiosk'], given: () => ({ body: {} }), others: 'own' },
  askForConsultation: {
    by: ['kiosk'],
    given: ({ otherService, fresh }) => ({
      body: { serviceId: otherService.id, language: 'lv', startRequestId: freshId(fresh) },
    }),
    others: 'own',
  },

  readContactPointView: {
    by: ['clerk'],
    given: ({ ours }) => ({ params: { contactPointId: ours.contactPoint.id } }),
    others: 'not-found',
  },
  listContactPointServices: {
    by: ['clerk'],
    given: ({ ours }) => ({ params: { contactPointId: ours.contactPoint.id } }),
    others: 'not-found',
  },
  startAtKiosk: {
    by: ['clerk'],
    given: ({ ours, idleKioskId }) => ({
      params: { kioskId: idleKioskId },
      body: { serviceId: ours.service.id, language: 'lv' },
    }),
    others: 'not-found',
  },
  answerHelp: { by: ['clerk'], given: ({ kiosk }) => ({ params: { kioskId: kiosk.id } }), others: 'not-found' },

  listOrganisations: { by: administrators, given: nothing, others: 'own' },
  createOrganisation: {
    by: ['administrator'],
    given: ({ ours, fresh }) => ({ body: { parentId: ours.municipality.id, kind: 'unit', name: fresh('Nodaļa ') } }),
    others: 'not-found',
  },
  renameOrganisation: {
    by: ['administrator'],
    given: ({ ours }) => ({ params: { organisationId: ours.municipality.id }, body: { name: 'Kuldīgas novads' } }),
    others: 'not-found',
  },
  listInstitutions: {
    by: ['administrator', 'stateAdministrator', 'manager', 'stateManager'],
    given: nothing,
    others: 'own',
  },
  createInstitution: {
    by: administrators,
    given: ({ fresh }) => ({ body: { code: fresh('NEW'), name: inAllLanguages('Jauna') } }),
    others: 'own',
  },
  listPublicServices: { by: administrators, given: nothing, others: 'own' },
  createPublicService: {
    by: ['stateAdministrator'],
    given: ({ ours, fresh }) => ({
      body: {
        institutionId: ours.institution.id,
        name: inAllLanguages(fresh('Pabalsts ')),
        description: inAllLanguages('Kas jāzina'),
        bring: inAllLanguages('Pase'),
        topic: 'family',
        minutes: 15,
      },
    }),
    others: 'not-found',
  },
  listContactPoints: { by: administrators, given: nothing, others: 'own' },
  createContactPoint: {
    by: administrators,
    given: ({ fresh }) => ({ body: { name: fresh('Skrunda '), address: 'Lielā iela 1', timeZone: 'Europe/Riga' } }),
    others: 'own',
  },
  listKiosks: { by: administrators, given: nothing, others: 'own' },
  createKiosk: {
    by: ['administrator'],
    given: ({ ours, fresh }) => ({ body: { contactPointId: ours.contactPoint.id, name: fresh('Kiosks ') } }),
    others: 'not-found',
  },
  listStaff: { by: administrators, given: nothing, others: 'own' },
  createSpecialist: {
    by: ['stateAdministrator'],
    given: ({ ours, fresh }) => ({
      body: {
        ...newStaff(fresh),
        institutionId: ours.institution.id,
        serviceIds: [ours.service.id],
        languages: ['lv', 'en'],
      },
    }),
    others: 'not-found',
  },
  createClerk: {
    by: ['administrator'],
    given: ({ ours, fresh }) => ({ body: { ...newStaff(fresh), contactPointId: ours.contactPoint.id } }),
    others: 'not-found',
  },
  ...directoryExamples,
  ...signInExamples,
  disableStaff: {
    by: ['administrator'],
    given: ({ leaverId }) => ({ params: { accountId: leaverId } }),
    others: 'not-found',
  },
  createEnrolmentCode: {
    by: ['administrator'],
    given: ({ idleKioskId }) => ({ params: { kioskId: idleKioskId }, body: {} }),
    others: 'not-found',
  },
  revokeKiosk: {
    by: ['administrator'],
    given: ({ idleKioskId }) => ({ params: { kioskId: idleKioskId } }),
    others: 'not-found',
  },
  listAudit: {
    by: ['administrator', 'stateAdministrator', 'auditor', 'stateAuditor'],
    given: () => ({ query: { limit: '200' } }),
    others: 'own',
  },
  exportAudit: {
    by: ['administrator', 'stateAdministrator', 'auditor', 'stateAuditor'],
    given: () => ({ body: { format: 'jsonl' } }),
    others: 'own',
  },
  readAuditKey: { by: 'everyone', given: nothing, others: 'not-tried' },
  readLooks: {
    by: ['stateAdministrator', 'stateAuditor'],
    given: async ({ ours, consultationId }) => {
      const { number } = await ours.services.cases.find(systemScope, consultationId);
      return { query: { caseNumber: number } };
    },
    others: 'not-found',
  },

  listClients: { by: administrators, given: nothing, others: 'own' },
  createClient: {
    by: administrators,
    given: ({ fresh }) => ({ body: { name: fresh('Sistēma '), pushUrl: null } }),
    others: 'own',
  },
  renewClientSecret: {
    by: ['administrator'],
    given: async ({ idleSystem }) => ({ params: { clientId: (await idleSystem()).id }, body: {} }),
    others: 'not-found',
  },
  disableClient: {
    by: ['administrator'],
    given: async ({ idleSystem }) => ({ params: { clientId: (await idleSystem()).id } }),
    others: 'not-found',
  },
  issueClientToken: {
    by: 'everyone',
    given: ({ ourSystem }) => ({
      body: { grant_type: 'client_credentials', client_id: ourSystem.id, client_secret: ourSystem.secret },
    }),
    others: 'not-tried',
  },
  introspectToken: { by: ['client'], given: ({ ourSystem }) => ({ body: { token: ourSystem.token } }), others: 'own' },
  queryRights: {
    by: ['client'],
    given: ({ clerk }) => ({ body: { person: { by: 'account', id: clerk.id } } }),
    others: 'not-found',
  },
  readCosts: {
    by: ['administrator', 'manager', 'auditor', 'stateAdministrator'],
    given: () => ({ query: { from: '2026-01', until: '2027-12', upkeepCents: '100000' } }),
    others: 'own',
  },

  readOwnCalendar: { by: ['specialist'], given: () => ({ query: week }), others: 'own' },
  listExternalCalendars: { by: ['specialist'], given: nothing, others: 'own' },
  connectExternalCalendar: {
    by: ['specialist'],
    given: ({ calendarAddress }) => ({ body: { kind: 'icalendar', address: calendarAddress } }),
    others: 'own',
  },
  disconnectExternalCalendar: {
    by: ['specialist'],
    given: ({ externalCalendar }) => ({ params: { calendarId: externalCalendar.id } }),
    others: 'not-found',
  },
  createCalendarFeed: { by: ['specialist'], given: () => ({ body: {} }), others: 'own' },
  readInstitutionCalendar: {
    by: managers,
    given: ({ ours }) => ({ params: { institutionId: ours.institution.id }, query: week }),
    others: 'not-found',
  },
  readLoad: {
    by: managers,
    given: ({ ours }) => ({ params: { institutionId: ours.institution.id } }),
    others: 'not-found',
  },
  readSchedule: {
    by: managers,
    given: ({ planned }) => ({ params: { specialistId: planned.id } }),
    others: 'not-found',
  },
  previewSchedules: {
    by: managers,
    given: ({ planned }) => ({ body: { specialistIds: [planned.id], change: dayOff } }),
    others: 'not-found',
  },
  changeSchedules: {
    by: managers,
    async given({ ours, planned }) {
      const { id: specialistId } = planned;
      const { version } = await ours.services.scheduleChanges.read(organisationScope(ours.state.id), specialistId);
      return { body: { specialists: [{ specialistId, version }], change: dayOff, orphans: 'keep' } };
    },
    others: 'not-found',
  },
  listOrphans: {
    by: managers,
    given: ({ ours }) => ({ params: { institutionId: ours.institution.id } }),
    others: 'not-found',
  },
  createClosure: {
    by: managers,
    given: ({ ours, fresh }) => ({
      params: { institutionId: ours.institution.id },
      body: { name: fresh('Remonts '), firstDay: '2027-08-02', lastDay: '2027-08-03', hours: null, orphans: 'refuse' },
    }),
    others: 'not-found',
  },
  deleteClosure: {
    by: managers,
    async given({ ours }) {
      const days = { firstDay: PlainDate.parse('2027-08-02'), lastDay: PlainDate.parse('2027-08-02') };
      const { closure } = await ours.services.scheduleChanges.close(
        organisationScope(ours.state.id),
        ours.institution.id,
        { ...days, hours: null, name: 'Remonts' },
        'keep',
      );
      return { params: { closureId: closure.id } };
    },
    others: 'not-found',
  },
  readOpeningHours: {
    by: ['administrator', 'manager'],
    given: ({ ours }) => ({ params: { contactPointId: ours.contactPoint.id } }),
    others: 'not-found',
  },
  setOpeningHours: {
    by: ['administrator', 'manager'],
    async given({ ours, elsewhere }) {
      const scope = organisationScope(ours.municipality.id);
      const { openingVersion } = await ours.services.contactPoints.get(scope, elsewhere.id);
      return {
        params: { contactPointId: elsewhere.id },
        body: { version: openingVersion, openingHours: usualOpeningHours },
      };
    },
    others: 'not-found',
  },
  setBookingTerms: {
    by: managers,
    given: ({ otherService }) => ({
      params: { serviceId: otherService.id },
      body: {
        minutes: 20,
        bufferBefore: 0,
        bufferAfter: 5,
        channels: ['kiosk', 'telephone'],
        skill: 'tax-returns',
        needsDocumentCamera: true,
        identity: 'checked',
      },
    }),
    others: 'not-found',
  },

  findSlots: {
    by: 'everyone',
    given: ({ ours }) => ({ query: { serviceId: ours.service.id, language: 'lv', ...week } }),
    others: 'not-tried',
  },
  listBookableServices: { by: 'everyone', given: nothing, others: 'not-tried' },
  holdAppointment: {
    by: ['otherClerk', 'strangeClerk', ...bookers],
    given: async ({ bookingWish }) => ({ body: await bookingWish() }),
    others: 'not-found',
  },
  confirmAppointment: {
    by: [...bookers],
    given: async ({ held, citizen }) => ({ params: { appointmentId: (await held()).id }, body: { citizen, note: '' } }),
    others: 'not-found',
  },
  readAppointment: {
    by: [...bookers],
    given: async ({ booked }) => ({ params: { appointmentId: (await booked()).id } }),
    others: 'not-found',
  },
  moveAppointment: {
    by: [...bookers],
    async given({ booked, freeStart }) {
      const { id, version } = await booked();
      return { params: { appointmentId: id }, body: { version, startsAt: await freeStart() } };
    },
    others: 'not-found',
  },
  cancelAppointment: {
    by: [...bookers],
    async given({ booked }) {
      const { id, version } = await booked();
      return { params: { appointmentId: id }, body: { version } };
    },
    others: 'not-found',
  },
  bookSeries: {
    by: ['otherClerk', 'strangeClerk', ...bookers],
    given: async ({ bookingWish, citizen }) => ({ body: { ...(await bookingWish()), weeks: 2, citizen } }),
    others: 'not-found',
  },
  listAppointments: {
    by: ['clerk', 'administrator', 'manager'],
    given: ({ ours }) => ({ params: { contactPointId: ours.contactPoint.id }, query: { day: '2027-03-02' } }),
    others: 'not-found',
  },
  listBookableSpecialists: {
    by: ['otherClerk', 'strangeClerk', ...bookers, 'strangeAdministrator', 'strangeManager'],
    given: ({ ours }) => ({ params: { serviceId: ours.service.id } }),
    others: 'not-tried',
  },
  holdPublicly: {
    by: 'everyone',
    given: async ({ bookingWish }) => ({ body: await bookingWish() }),
    others: 'not-tried',
  },
  confirmPublicly: {
    by: 'everyone',
    given: async ({ held, citizen }) => ({ body: { code: (await held()).code, citizen } }),
    others: 'not-tried',
  },
  findPublicly: {
    by: 'everyone',
    given: async ({ booked }) => ({ body: { code: (await booked()).code } }),
    others: 'not-tried',
  },
  movePublicly: {
    by: 'everyone',
    given: async ({ booked, freeStart }) => ({
      body: { code: (await booked()).code, startsAt: await freeStart() },
    }),
    others: 'not-tried',
  },
  cancelPublicly: {
    by: 'everyone',
    given: async ({ booked }) => ({ body: { code: (await booked()).code } }),
    others: 'not-tried',
  },
  holdAtKiosk: {
    by: ['kiosk', 'neighbourKiosk'],
    async given({ bookingWish }) {
      const { contactPointId: _here, ...body } = await bookingWish();
      return { body };
    },
    others: 'own',
  },

  takeTicket: {
    by: ['kiosk', 'neighbourKiosk'],
    given: ({ ours }) => ({ body: { serviceId: ours.service.id, language: 'ru' } }),
    others: 'own',
  },
  checkInAtKiosk: {
    by: ['kiosk', 'neighbourKiosk'],
    given: async ({ queue }) => ({ body: { code: (await queue.arriving()).code } }),
    others: 'not-the-day',
  },
  dismissCall: {
    by: ['kiosk'],
    given: async ({ queue }) => ({ params: { ticketId: await queue.called() }, body: {} }),
    others: 'not-found',
  },
  issueTicket: {
    by: ['clerk'],
    given: ({ ours }) => ({
      params: { contactPointId: ours.contactPoint.id },
      body: { serviceId: ours.service.id, language: 'ru', priority: 'priority' },
    }),
    others: 'not-found',
  },
  checkIn: {
    by: ['clerk'],
    given: async ({ queue }) => ({ params: { appointmentId: (await queue.arriving()).id }, body: {} }),
    others: 'not-found',
  },
  callTicket: {
    by: ['clerk'],
    given: async ({ queue }) => ({ params: { ticketId: await queue.ticket() }, body: { kioskId: null } }),
    others: 'not-found',
    before: ({ ours }) => ours.kiosk(),
  },
  putTicketBack: { ...serving, given: async ({ queue }) => ticketOf(await queue.ticketThatIs('noshow')) },
  holdTicket: { ...serving, given: async ({ queue }) => ticketOf(await queue.ticket()) },
  resumeTicket: { ...serving, given: async ({ queue }) => ticketOf(await queue.ticketThatIs('held')) },
  missTicket: { ...serving, given: async ({ queue }) => ticketOf(await queue.called()) },
  cancelTicket: { ...serving, given: async ({ queue }) => ticketOf(await queue.ticket()) },
  transferTicket: {
    ...serving,
    given: async ({ queue, otherService }) => ({
      ...ticketOf(await queue.ticket()),
      body: { serviceId: otherService.id, specialistId: null, note: 'Nodokļi' },
    }),
  },
  callBackTicket: {
    ...serving,
    given: async ({ queue }) => ({
      ...ticketOf(await queue.ticket()),
      body: { phone: '+371 20000000', note: 'Pēc trijiem' },
    }),
  },
  listTransferSpecialists: {
    ...serving,
    given: async ({ queue, ours }) => ({
      params: { ticketId: await queue.ticket() },
      query: { serviceId: ours.service.id },
    }),
  },
  transferConsultation: {
    by: ['specialist'],
    given: async ({ queue, otherService }) => ({
      params: { consultationId: await queue.inCall() },
      body: { serviceId: otherService.id, specialistId: null, note: 'Nodokļi' },
    }),
    others: 'not-found',
  },
  listTransferColleagues: {
    by: ['specialist'],
    given: async ({ queue, ours }) => ({
      params: { consultationId: await queue.inCall() },
      query: { serviceId: ours.service.id },
    }),
    others: 'not-found',
  },
  finishCallBack: {
    by: ['specialist', 'colleague'],
    given: async ({ queue }) => ticketOf(await queue.toCallBack()),
    others: 'not-found',
  },
  createDisplayLink: {
    by: ['clerk'],
    given: ({ ours }) => ({ params: { contactPointId: ours.contactPoint.id }, body: {} }),
    others: 'not-found',
  },
  readDisplay: {
    by: 'everyone',
    given: async ({ queue }) => ({ body: { token: await queue.displayToken() } }),
    others: 'not-tried',
  },

  readOwnRights: { by: staffHere, given: nothing, others: 'own' },
  readRightsCounts: { by: staffHere, given: nothing, others: 'own' },
  listRightsChoices: { by: staffHere, given: nothing, others: 'own' },
  findColleagues: { by: ourStaff, given: () => ({ query: { search: 'Persona' } }), others: 'own' },
  askForRight: {
    by: [...staffHere, 'otherClerk'],
    given: async ({ rights }) => ({ body: await rights.wish() }),
    others: 'not-found',
  },
  askForDelegation: {
    by: staffHere,
    given: async ({ rights }) => ({ body: await rights.loan() }),
    others: 'not-found',
  },
  readRightRequest: {
    by: staffHere,
    given: async ({ rights }) => ({ params: { requestId: await rights.clerksRequest() } }),
    others: 'not-found',
  },
  takeBackRightRequest: {
    by: staffHere,
    given: async ({ rights }) => ({ params: { requestId: await rights.clerksRequest() }, body: {} }),
    others: 'not-found',
  },
  listRightRequests: { by: rightsManagers, given: nothing, others: 'own' },
  approveRightRequest: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { requestId: await rights.newcomersRequest() }, body: {} }),
    others: 'not-found',
  },
  refuseRightRequest: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { requestId: await rights.newcomersRequest() }, body: someReason }),
    others: 'not-found',
  },
  listRights: { by: rightsManagers, given: nothing, others: 'own' },
  withdrawRight: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { rightId: (await rights.holder()).rightId }, body: someReason }),
    others: 'not-found',
  },
  readRightsHistory: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { accountId: (await rights.holder()).accountId } }),
    others: 'not-found',
  },
  listRoles: { by: rightsManagers, given: nothing, others: 'own' },
  createRole: {
    by: rightsManagersHere,
    given: ({ fresh }) => ({ body: { name: fresh('Loma '), permissions: ['calendar.manage'] } }),
    others: 'not-tried',
  },
  changeRole: {
    by: rightsManagersHere,
    given: async ({ rights, fresh }) => ({
      params: { roleId: await rights.role() },
      body: { name: fresh('Loma '), permissions: ['calendar.manage'] },
    }),
    others: 'not-found',
  },
  retireRole: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { roleId: await rights.role() } }),
    others: 'not-found',
  },
  listRightsReviews: { by: rightsManagers, given: nothing, others: 'own' },
  openRightsReview: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ body: { organisationId: await rights.unit(), dueAt: rights.dueAt() } }),
    others: 'not-found',
  },
  readRightsReview: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: { reviewId: (await rights.reviewed()).reviewId } }),
    others: 'not-found',
  },
  confirmReviewedRight: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: await rights.reviewed(), body: {} }),
    others: 'not-found',
  },
  withdrawReviewedRight: {
    by: rightsManagersHere,
    given: async ({ rights }) => ({ params: await rights.reviewed(), body: someReason }),
    others: 'not-found',
  },
  readRightsSettings: { by: rightsManagersHere, given: nothing, others: 'own' },
  changeRightsSettings: { by: rightsManagersHere, given: () => ({ body: { absenceDays: 90 } }), others: 'own' },

  signOut: { by: everybody, given: nothing, others: 'not-tried' },
};

const newStaff = (fresh: Scene['fresh']) => ({
  username: fresh('jauns-'),
  password: testPassword,
  name: 'Jauns Darbinieks',
  jobTitle: 'Konsultants',
});

const someProvider = (fresh: Scene['fresh']) => ({
  ...providerSettings({ issuer: 'https://login.example.lv', clientId: 'remote-clerk' }),
  domains: [`${fresh('novads')}.example.lv`],
  clientSecret: 'a secret',
});

const freshId = (fresh: Scene['fresh']) => `00000000-0000-4000-8000-${fresh('').padStart(12, '0')}`;
