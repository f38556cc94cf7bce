import { createAppointmentAccess } from './appointments/appointment-access.ts';
import { createAppointmentsBoardRepository } from './appointments/appointments-board-repository.ts';
import { createAppointmentsRepository } from './appointments/appointments-repository.ts';
import { createAppointmentsService } from './appointments/appointments-service.ts';
import { createBookingDays } from './appointments/booking-days.ts';
import { createPlacing } from './appointments/placing.ts';
import { createProposals } from './appointments/proposals.ts';
import { createSlotSearch } from './appointments/slot-search.ts';
import { createMissedSweep } from './appointments/sweep-missed.ts';
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
import { createCalendarViews } from './schedules/calendar-views.ts';
import { createScheduleChanges } from './schedules/schedule-changes.ts';
import { createSchedulesService } from './schedules/schedules-service.ts';
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

  const schedules = createSchedulesService(context);
  const booked = createAppointmentsRepository(context.db);
  const { listBusy } = calendars;
  const days = createBookingDays({ ...context, repository: booked, schedules, kiosks, listBusy });
  const slotSearch = createSlotSearch({ ...context, days, catalogue, contactPoints, specialists });
  const proposals = createProposals({ ...context, days, catalogue, contactPoints, specialists });
  const placing = createPlacing({ ...context, repository: booked, days, search: slotSearch, schedules, specialists });
  const appointments = createAppointmentsService({
    ...context,
    repository: booked,
    board: createAppointmentsBoardRepository(context.db),
    placing,
    catalogue,
    contactPoints,
    notifications,
    signals,
  });
  const appointmentAccess = createAppointmentAccess({ kiosks });
  const sweepMissed = createMissedSweep({ ...context, appointments });
  const scheduleChanges = createScheduleChanges({
    ...context,
    schedules,
    specialists,
    catalogue,
    appointments,
    signals,
  });
  const calendarViews = createCalendarViews({ schedules, appointments, listBusy });

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
    schedules,
    slotSearch,
    proposals,
    appointments,
    appointmentAccess,
    sweepMissed,
    scheduleChanges,
    calendarViews,
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
