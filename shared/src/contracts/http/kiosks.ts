import { z } from 'zod';
import { ContactPointId, KioskId, PublicServiceId, StartRequestId } from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../messages.ts';
import { ContactPointView, KioskView, OfferedService } from '../views.ts';
import { defineRoutes } from './route.ts';

/** Put before a challenge when it is signed, so that the kiosk's key never signs anything else's text. */
export const challengePrefix = 'remote-clerk:kiosk:v1:';

export const KioskPublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});
export type KioskPublicKey = z.infer<typeof KioskPublicKey>;

const kiosk = { params: z.object({ kioskId: KioskId }) };

export const kioskRoutes = defineRoutes({
  enrolKiosk: {
    method: 'post',
    path: '/api/v1/kiosk-enrolments',
    tag: 'Kiosk',
    summary: 'Enrol a kiosk once, with the code that an administrator made for it',
    permission: 'public',
    body: z.object({
      code: z
        .string()
        .trim()
        .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ''))
        .pipe(z.string().regex(/^[A-Z0-9]{12}$/)),
      publicKey: KioskPublicKey,
    }),
    reply: z.object({ kioskId: KioskId, name: z.string(), contactPointName: z.string() }),
    status: 201,
    failuresPerMinute: 20,
    problems: ['code-not-valid', 'too-many-requests'],
  },
  challengeKiosk: {
    method: 'post',
    path: '/api/v1/kiosk-challenges',
    tag: 'Kiosk',
    summary: 'Get a challenge for the kiosk’s key to sign',
    permission: 'public',
    body: z.object({ kioskId: KioskId }),
    reply: z.object({ challenge: z.string() }),
    status: 201,
    problems: ['too-many-requests'],
  },
  startKioskSession: {
    method: 'post',
    path: '/api/v1/kiosk-sessions',
    tag: 'Kiosk',
    summary: 'Prove the kiosk’s identity: the signed challenge for a short-lived token',
    permission: 'public',
    body: z.object({
      kioskId: KioskId,
      challenge: z.string().regex(/^[\w-]{43}$/),
      signature: z.string().regex(/^[\w-]{86}$/),
    }),
    reply: z.object({ token: z.string(), expiresAt: Instant }),
    status: 201,
    failuresPerMinute: 60,
    problems: ['kiosk-not-proven', 'too-many-requests'],
  },
  readKioskView: {
    method: 'get',
    path: '/api/v1/kiosk/view',
    tag: 'Kiosk',
    summary: 'What the kiosk shows now',
    permission: 'kiosk.use',
    reply: KioskView,
    status: 200,
  },
  listKioskServices: {
    method: 'get',
    path: '/api/v1/kiosk/services',
    tag: 'Kiosk',
    summary: 'Services that a citizen can ask for here, with the present wait',
    permission: 'kiosk.use',
    reply: z.object({ services: z.array(OfferedService) }),
    status: 200,
  },
  wipeKiosk: {
    method: 'post',
    path: '/api/v1/kiosk/wipe',
    tag: 'Kiosk',
    summary: 'The citizen’s session is over: leave what is open and forget what was shown',
    permission: 'kiosk.use',
    body: Nothing,
    reply: KioskView,
    status: 200,
  },
  requestHelp: {
    method: 'post',
    path: '/api/v1/kiosk/help',
    tag: 'Kiosk',
    summary: 'Call the clerk in the room to the kiosk',
    permission: 'kiosk.use',
    body: Nothing,
    reply: KioskView,
    status: 200,
  },
  dismissStartRequest: {
    method: 'delete',
    path: '/api/v1/kiosk/start-requests/:startRequestId',
    tag: 'Kiosk',
    summary: 'The citizen does not want the session that the clerk started',
    permission: 'kiosk.use',
    params: z.object({ startRequestId: StartRequestId }),
    reply: KioskView,
    status: 200,
  },
  readContactPointView: {
    method: 'get',
    path: '/api/v1/contact-points/:contactPointId/view',
    tag: 'Contact point',
    citizens: { subject: 'contact-point', id: 'params.contactPointId' },
    summary: 'The contact point’s kiosks and what happens at each',
    permission: 'contact-point.serve',
    params: z.object({ contactPointId: ContactPointId }),
    reply: ContactPointView,
    status: 200,
  },
  listContactPointServices: {
    method: 'get',
    path: '/api/v1/contact-points/:contactPointId/services',
    tag: 'Contact point',
    summary: 'Services that a session can be started for',
    permission: 'contact-point.serve',
    params: z.object({ contactPointId: ContactPointId }),
    reply: z.object({ services: z.array(OfferedService) }),
    status: 200,
  },
  startAtKiosk: {
    method: 'post',
    path: '/api/v1/kiosks/:kioskId/start-requests',
    tag: 'Contact point',
    summary: 'Start a session at a kiosk for a citizen',
    permission: 'contact-point.serve',
    ...kiosk,
    body: z.object({ serviceId: PublicServiceId, language: Language }),
    reply: z.object({ startRequestId: StartRequestId }),
    status: 201,
    idempotent: true,
    problems: ['kiosk-busy'],
  },
  answerHelp: {
    method: 'delete',
    path: '/api/v1/kiosks/:kioskId/help',
    tag: 'Contact point',
    summary: 'The clerk is on the way to the kiosk',
    permission: 'contact-point.serve',
    ...kiosk,
    reply: Nothing,
    status: 204,
  },
  createEnrolmentCode: {
    method: 'post',
    path: '/api/v1/kiosks/:kioskId/enrolment-codes',
    tag: 'Administration',
    summary: 'Make a code that enrols this kiosk once, within a day; earlier codes stop working',
    permission: 'organisation.manage',
    ...kiosk,
    body: Nothing,
    reply: z.object({ code: z.string(), expiresAt: Instant }),
    status: 201,
  },
  revokeKiosk: {
    method: 'delete',
    path: '/api/v1/kiosks/:kioskId/key',
    tag: 'Administration',
    summary: 'Forget the kiosk’s key: it must be enrolled again',
    permission: 'organisation.manage',
    ...kiosk,
    reply: Nothing,
    status: 204,
  },
});
