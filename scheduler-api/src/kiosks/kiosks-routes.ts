import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { actorOf } from '../audit/audit.ts';
import type { ConsultationsService } from '../consultations/consultations-service.ts';
import type { ViewsService } from '../consultations/views-service.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { Signals } from '../live/signals.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { EnrolmentService } from './enrolment-service.ts';
import type { KiosksService } from './kiosks-service.ts';

type Parts = Pick<Context, 'audit'> & {
  signals: Signals;
  enrolment: EnrolmentService;
  kiosks: KiosksService;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  consultations: ConsultationsService;
  views: ViewsService;
};

export function createKioskRoutes({
  audit,
  signals,
  enrolment,
  kiosks,
  catalogue,
  contactPoints,
  consultations,
  views,
}: Parts) {
  return [
    bind(kioskRoutes.enrolKiosk, async ({ body }) => {
      const kiosk = await enrolment.enrol(body.code, body.publicKey);
      signals.kioskEnded(kiosk.id);
      await kiosks.changed(kiosk.id);
      return { kioskId: kiosk.id, name: kiosk.name, contactPointName: kiosk.contactPoint.name };
    }),
    bind(kioskRoutes.challengeKiosk, async ({ body }) => ({ challenge: await enrolment.challenge(body.kioskId) })),
    bind(kioskRoutes.startKioskSession, ({ body }) =>
      enrolment.startSession(body.kioskId, body.challenge, body.signature),
    ),

    bind(kioskRoutes.readKioskView, ({ principal, scope }) => views.kiosk(scope, principal.kioskId)),
    bind(kioskRoutes.listKioskServices, async () => ({ services: await views.offered() })),
    bind(kioskRoutes.wipeKiosk, async ({ principal, scope }) => {
      await consultations.wipe(principal.kioskId);
      return views.kiosk(scope, principal.kioskId);
    }),
    bind(kioskRoutes.requestHelp, async ({ principal, scope }) => {
      await kiosks.requestHelp(principal.kioskId);
      return views.kiosk(scope, principal.kioskId);
    }),
    bind(kioskRoutes.dismissStartRequest, async ({ params, principal, scope }) => {
      await kiosks.dismissStartRequest(principal.kioskId, params.startRequestId);
      return views.kiosk(scope, principal.kioskId);
    }),

    bind(kioskRoutes.readContactPointView, async ({ params, principal, scope }) => {
      await kiosks.assertServedBy(scope, principal.accountId, params.contactPointId);
      const { contactPoint } = await contactPoints.getWithScope(scope, params.contactPointId);
      return views.contactPoint(scope, params.contactPointId, contactPoint);
    }),
    bind(kioskRoutes.listContactPointServices, async ({ params, principal, scope }) => {
      await kiosks.assertServedBy(scope, principal.accountId, params.contactPointId);
      return { services: await views.offered() };
    }),
    bind(kioskRoutes.startAtKiosk, async ({ params, body, principal, scope }) => {
      await kiosks.getServedBy(scope, principal.accountId, params.kioskId);
      await catalogue.getOffered(body.serviceId);
      await consultations.assertKioskFree(scope, params.kioskId);
      return { startRequestId: await kiosks.start(scope, principal.accountId, params.kioskId, body) };
    }),
    bind(kioskRoutes.answerHelp, async ({ params, principal, scope }) => {
      await kiosks.answerHelp(scope, principal.accountId, params.kioskId);
      return {};
    }),

    bind(kioskRoutes.createEnrolmentCode, async ({ params, principal, scope, requestId }) => {
      const code = await enrolment.createCode(scope, params.kioskId);
      const subject = { kind: 'kiosk', id: params.kioskId };
      await audit.record({
        organisationId: scope.organisationId,
        actor: actorOf(principal),
        action: 'kiosk.make-code',
        subject,
        requestId,
      });
      return code;
    }),
    bind(kioskRoutes.revokeKiosk, async ({ params, principal, scope, requestId }) => {
      await enrolment.revoke(scope, params.kioskId);
      await consultations.wipe(params.kioskId);
      const subject = { kind: 'kiosk', id: params.kioskId };
      await audit.record({
        organisationId: scope.organisationId,
        actor: actorOf(principal),
        action: 'kiosk.revoke',
        subject,
        requestId,
      });
      signals.kioskEnded(params.kioskId);
      return {};
    }),
  ];
}
