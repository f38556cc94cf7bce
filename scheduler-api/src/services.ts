import { createCalendarsService } from './calendars/calendars-service.ts';
import { createAvailability } from './consultations/availability.ts';
import { createBoardRepository } from './consultations/board-repository.ts';
import { createCallTickets } from './consultations/call-tickets.ts';
import type { Consultation } from './consultations/consultation-row.ts';
import { createConsultationsRepository } from './consultations/consultations-repository.ts';
import { createConsultationsService } from './consultations/consultations-service.ts';
import { createDispatch, type Dispatch } from './consultations/dispatch.ts';
import { createPresence } from './consultations/presence.ts';
import { createSteps } from './consultations/steps.ts';
import { createViewsService } from './consultations/views-service.ts';
import type { Context } from './context.ts';
import type { Sessions } from './identity/sessions.ts';
import { createEnrolmentService } from './kiosks/enrolment-service.ts';
import { createKiosksService } from './kiosks/kiosks-service.ts';
import { createSignals } from './live/signals.ts';
import { createNodesService } from './nodes/nodes-service.ts';
import { createNotificationsService } from './notifications/notifications-service.ts';
import { createCatalogueService } from './organisations/catalogue-service.ts';
import { createContactPointsService } from './organisations/contact-points-service.ts';
import { createStaffService } from './organisations/staff-service.ts';
import { createServiceCasesService } from './service-cases/service-cases-service.ts';
import { createSpecialistsService } from './specialists/specialists-service.ts';

/** The services, each given the ones it stands on: read from top to bottom. */
export function createServices(context: Context, sessions: Sessions) {
  const signals = createSignals();
  const nodes = createNodesService(context);
  const specialists = createSpecialistsService(context);
  const cases = createServiceCasesService(context);
  const catalogue = createCatalogueService({ ...context, specialists });
  const contactPoints = createContactPointsService(context);
  const kiosks = createKiosksService({ ...context, signals });
  const enrolment = createEnrolmentService(context);
  const notifications = createNotificationsService(context);
  const calendars = createCalendarsService(context);
  const staff = createStaffService({ ...context, sessions, signals, specialists, kiosks, catalogue, contactPoints });

  const repository = createConsultationsRepository(context.db);
  /** After each committed change: the screens are told, and whoever has become free or waits is matched. */
  const changed = async ({ institutionId, kioskId, contactPointId }: Consultation) => {
    await dispatch(institutionId);
    signals.institutionChanged(institutionId);
    signals.kioskChanged(kioskId);
    signals.contactPointChanged(contactPointId);
  };
  const steps = createSteps({ ...context, repository, cases, specialists, nodes, changed });
  const dispatch: Dispatch = createDispatch({ ...context, repository, specialists, steps });
  const issueTicket = createCallTickets({ ...context, nodes });
  const views = createViewsService({
    ...context,
    board: createBoardRepository(context.db),
    kiosks,
    specialists,
    catalogue,
  });
  const availability = createAvailability({ ...context, repository, specialists, steps, dispatch, signals });
  const presence = createPresence({ ...context, repository, steps, nodes, cases, dispatch, changed });
  const consultations = createConsultationsService({
    ...context,
    repository,
    steps,
    issueTicket,
    cases,
    catalogue,
    kiosks,
    nodes,
    specialists,
    changed,
  });

  return {
    signals,
    nodes,
    specialists,
    cases,
    catalogue,
    contactPoints,
    kiosks,
    enrolment,
    calendars,
    staff,
    dispatch,
    views,
    availability,
    presence,
    consultations,
    notifications,
  };
}
export type Services = ReturnType<typeof createServices>;
