import { generateKeyPairSync, sign } from 'node:crypto';
import type { RouteName } from '@remote-clerk/shared/contracts/http/index.ts';
import { challengePrefix, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { testPassword } from './builders.ts';
import type { CallerName, Scene } from './scene.ts';

export type Given = { params?: Record<string, string>; query?: Record<string, string>; body?: Record<string, unknown> };

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
  /** What has to happen before the request succeeds. */
  before?(scene: Scene): Promise<unknown>;
};

const nothing = () => ({});
const inAllLanguages = (text: string) => ({ lv: text, en: text, ru: text, uk: text });
const consultation = ({ consultationId }: Scene) => ({ params: { consultationId }, body: {} });
const someKey = () => ({ ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) });
const administrators = ['administrator', 'stateAdministrator'] as const;

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
  currentSession: { by: ['specialist', 'clerk', 'administrator'], given: nothing, others: 'own' },

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
    by: ['specialist', 'kiosk'],
    given: consultation,
    others: 'not-found',
    except: { colleague: 'illegal-transition' },
  },
  setStaffPresence: {
    by: ['clerk'],
    given: ({ consultationId }) => ({ params: { consultationId }, body: { staffPresence: 'in-room' } }),
    others: 'not-found',
  },
  readDesk: { by: ['specialist'], given: nothing, others: 'own' },
  setAvailability: { by: ['specialist'], given: () => ({ body: { available: true } }), others: 'own' },

  listServiceCases: { by: ['specialist'], given: () => ({ query: { limit: '10', search: '' } }), others: 'own' },
  readServiceCase: { by: ['specialist'], given: ({ caseId }) => ({ params: { caseId } }), others: 'not-found' },
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
  endConsultation: { by: ['specialist', 'kiosk'], given: consultation, others: 'not-found' },
  closeServiceCase: {
    by: ['specialist'],
    given: ({ caseId }) => ({ params: { caseId }, body: { version: 2, outcome: 'advised', notes: 'Izskaidrots' } }),
    others: 'not-found',
  },

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

  listInstitutions: { by: administrators, given: nothing, others: 'own' },
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
  listAudit: { by: administrators, given: () => ({ query: { limit: '200' } }), others: 'own' },

  signOut: { by: ['specialist', 'clerk', 'administrator'], given: nothing, others: 'not-tried' },
};

const newStaff = (fresh: Scene['fresh']) => ({
  username: fresh('jauns-'),
  password: testPassword,
  name: 'Jauns Darbinieks',
  jobTitle: 'Konsultants',
});

const freshId = (fresh: Scene['fresh']) => `00000000-0000-4000-8000-${fresh('').padStart(12, '0')}`;
