import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { bind } from '../http/bind.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { Admission } from './admission.ts';
import type { Availability } from './availability.ts';
import type { CallCare } from './call-care.ts';
import type { ConsultationsService } from './consultations-service.ts';
import type { ViewsService } from './views-service.ts';

type Parts = {
  consultations: ConsultationsService;
  admission: Admission;
  care: CallCare;
  availability: Availability;
  cases: ServiceCasesService;
  views: ViewsService;
};

export function createConsultationRoutes({ consultations, admission, care, availability, cases, views }: Parts) {
  return [
    bind(consultationRoutes.askForConsultation, async ({ body, principal, scope }) => {
      const { consultation, call } = await consultations.ask(principal, body);
      return { consultationId: consultation.id, view: await views.kiosk(scope, principal.kioskId), call };
    }),
    bind(consultationRoutes.acceptConsultation, async ({ params, principal, scope }) => {
      const { call } = await consultations.accept(scope, principal, params.consultationId);
      const { id: caseId } = await cases.find(scope, params.consultationId);
      return { caseId, view: await views.desk(scope, principal.accountId), call };
    }),
    bind(consultationRoutes.declineConsultation, async ({ params, principal, scope }) => {
      await consultations.decline(scope, principal, params.consultationId);
      return views.desk(scope, principal.accountId);
    }),
    bind(consultationRoutes.createCallTicket, ({ params, body, principal, scope }) =>
      admission.ticket(scope, principal, params.consultationId, body.unreachableRoomId),
    ),
    bind(operationsRoutes.createSelfTestTicket, ({ principal }) => admission.selfTestTicket(principal)),
    bind(consultationRoutes.holdConsultation, async ({ params, body, principal, scope }) => {
      await care.hold(scope, principal, params.consultationId, body.held);
      return {};
    }),
    bind(consultationRoutes.callEmergency, async ({ params, scope, ...request }) => {
      await care.callEmergency(scope, request, params.consultationId);
      return {};
    }),
    bind(operationsRoutes.answerEmergency, async ({ params, scope, ...request }) => {
      await care.answerEmergency(scope, request, params.kioskId);
      return {};
    }),
    bind(consultationRoutes.endConsultation, async ({ params, principal, scope }) => {
      await consultations.end(scope, principal, params.consultationId);
      return {};
    }),
    bind(consultationRoutes.rateConsultation, async ({ params, body, principal, scope }) => {
      await consultations.rate(scope, principal, params.consultationId, body.rating);
      return {};
    }),
    bind(consultationRoutes.setStaffPresence, async ({ params, body, principal, scope }) => {
      await consultations.setStaffPresence(scope, principal, params.consultationId, body.staffPresence);
      return {};
    }),
    bind(consultationRoutes.readDesk, ({ principal, scope }) => views.desk(scope, principal.accountId)),
    bind(consultationRoutes.setAvailability, async ({ body, principal, scope }) => {
      await availability.set(scope, principal.accountId, body.available);
      return views.desk(scope, principal.accountId);
    }),
  ];
}
