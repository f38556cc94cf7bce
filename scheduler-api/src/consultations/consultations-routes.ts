import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { bind } from '../http/bind.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { Availability } from './availability.ts';
import type { ConsultationsService } from './consultations-service.ts';
import type { ViewsService } from './views-service.ts';

type Parts = {
  consultations: ConsultationsService;
  availability: Availability;
  cases: ServiceCasesService;
  views: ViewsService;
};

export function createConsultationRoutes({ consultations, availability, cases, views }: Parts) {
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
    bind(consultationRoutes.createCallTicket, ({ params, principal, scope }) =>
      consultations.ticket(scope, principal, params.consultationId),
    ),
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
