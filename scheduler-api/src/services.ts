import { defaultPatience } from '@remote-clerk/shared/domain/consultation.ts';
import { createAppointmentAccess } from './appointments/appointment-access.ts';
import { createAppointmentsBoardRepository } from './appointments/appointments-board-repository.ts';
import { createAppointmentsRepository } from './appointments/appointments-repository.ts';
import { createAppointmentsService } from './appointments/appointments-service.ts';
import { createBookingDays } from './appointments/booking-days.ts';
import { createNewAppointments } from './appointments/new-appointments.ts';
import { createPlacing } from './appointments/placing.ts';
import { createProposals } from './appointments/proposals.ts';
import { createSlotSearch } from './appointments/slot-search.ts';
import { createMissedSweep } from './appointments/sweep-missed.ts';
import { createCalendarsService } from './calendars/calendars-service.ts';
import { createFeedsService } from './calendars/feeds-service.ts';
import { createChatRecord } from './chat/chat-record.ts';
import { createChatService } from './chat/chat-service.ts';
import { createCitizenSignIn } from './citizens/citizen-sign-in.ts';
import { createIdentitiesRepository } from './citizens/identities-repository.ts';
import { createIdentities } from './citizens/identities-service.ts';
import { createPersonalCodes } from './citizens/personal-codes.ts';
import { createReseal } from './citizens/reseal.ts';
import { createAdmission } from './consultations/admission.ts';
import { createAvailability } from './consultations/availability.ts';
import { createBoardRepository } from './consultations/board-repository.ts';
import { createBoards } from './consultations/boards.ts';
import { createCallCare } from './consultations/call-care.ts';
import { createCallSignals } from './consultations/call-signals.ts';
import { createCallTickets } from './consultations/call-tickets.ts';
import { createConsultationAccess } from './consultations/consultation-access.ts';
import { createConsultationLookup } from './consultations/consultation-lookup.ts';
import type { Consultation } from './consultations/consultation-row.ts';
import { createConsultationsRepository } from './consultations/consultations-repository.ts';
import { createConsultationsService } from './consultations/consultations-service.ts';
import { createDispatch, type Dispatch } from './consultations/dispatch.ts';
import { createMoving } from './consultations/moving.ts';
import { createPresence } from './consultations/presence.ts';
import { createStandDown, type StandDown } from './consultations/stand-down.ts';
import { createSteps } from './consultations/steps.ts';
import { createViewsService } from './consultations/views-service.ts';
import type { Context } from './context.ts';
import { createMappedRoles } from './identity/mapped-roles.ts';
import { createProviderServices } from './identity/oidc/feature.ts';
import { createEnrolmentService } from './kiosks/enrolment-service.ts';
import { createKiosksService } from './kiosks/kiosks-service.ts';
import { createSignals } from './live/signals.ts';
import { createLoadService } from './load/load-service.ts';
import { createNodesService } from './nodes/nodes-service.ts';
import { createNotificationsService } from './notifications/notifications-service.ts';
import { createOperationsService } from './operations/operations-service.ts';
import { createCatalogueService } from './organisations/catalogue-service.ts';
import { createContactPointsService } from './organisations/contact-points-service.ts';
import { createOrganisationsService } from './organisations/organisations-service.ts';
import { createStaffService } from './organisations/staff-service.ts';
import { createDutyRoster } from './people/duty-roster.ts';
import { createGuestBook } from './people/guest-book.ts';
import { createGuestSessions } from './people/guest-sessions.ts';
import { createGuests } from './people/guests.ts';
import { createHandOver } from './people/hand-over.ts';
import { createInvitations } from './people/invitations.ts';
import { createInvitationsRepository } from './people/invitations-repository.ts';
import { createParticipation } from './people/participation.ts';
import { createCalling } from './queue/calling.ts';
import { createCheckIn } from './queue/check-in.ts';
import { createDisplays } from './queue/displays.ts';
import { createEndOfDay } from './queue/end-of-day.ts';
import { createTicketGiving } from './queue/give-tickets.ts';
import { createQueueService } from './queue/queue-service.ts';
import { createServiceTimesService } from './queue/service-times.ts';
import { createServing } from './queue/serving.ts';
import type { Ticket } from './queue/ticket-row.ts';
import { createTicketSteps, type TicketSteps } from './queue/ticket-steps.ts';
import { createTicketViews } from './queue/ticket-views.ts';
import { createTicketsBoardRepository } from './queue/tickets-board-repository.ts';
import { createTicketsRepository } from './queue/tickets-repository.ts';
import { createTransfers } from './queue/transfers.ts';
import { createRightsProcess } from './rights/rights-process.ts';
import { createCalendarViews } from './schedules/calendar-views.ts';
import { createScheduleChanges } from './schedules/schedule-changes.ts';
import { createSchedulesService } from './schedules/schedules-service.ts';
import { createPictures } from './service-cases/pictures.ts';
import { createServiceCasesService } from './service-cases/service-cases-service.ts';
import { createSpecialistsService } from './specialists/specialists-service.ts';

/** The services, each given the ones it stands on: read from top to bottom. */
export function createServices(context: Context) {
  const signals = createSignals();
  const mappedRoles = createMappedRoles({ ...context, signals });
  const providers = createProviderServices({ ...context, signals, mappedRoles });
  const nodes = createNodesService(context);
  const specialists = createSpecialistsService(context);
  const guestBook = createGuestBook(context);
  const cases = createServiceCasesService({ ...context, chat: createChatRecord(context), guestBook });
  const catalogue = createCatalogueService({ ...context, specialists });
  const organisations = createOrganisationsService(context);
  const contactPoints = createContactPointsService(context);
  const kiosks = createKiosksService({ ...context, signals });
  const enrolment = createEnrolmentService(context);
  const notifications = createNotificationsService(context);
  const rights = createRightsProcess({ ...context, signals, notifications, standDown: (id) => standDown(id) });
  const staff = createStaffService({ ...context, signals, specialists, kiosks, catalogue, contactPoints, rights });

  const schedules = createSchedulesService(context);
  const calendars = createCalendarsService({ ...context, specialists, schedules });
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
    fresh: createNewAppointments({ ...context, catalogue, contactPoints }),
    notifications,
    signals,
    cancelledAfterArrival: (id) => ticketSteps.appointmentCancelled(id),
  });
  const feeds = createFeedsService({ ...context, appointments });
  const appointmentAccess = createAppointmentAccess({ kiosks, contactPoints, catalogue });
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
  const load = createLoadService({ ...context, schedules, specialists, listBusy });

  const times = createServiceTimesService(context);
  const tickets = createTicketsRepository(context.db);
  const ticketBoard = createTicketsBoardRepository(context.db);
  /** After each committed change the screens are told, and the lines that it was and is in are matched. */
  const ticketChanged = async (ticket: Ticket, before: Ticket | null) => {
    for (const institutionId of new Set([ticket.institutionId, before?.institutionId ?? ticket.institutionId])) {
      await dispatch(institutionId);
      signals.institutionChanged(institutionId);
    }
    for (const kioskId of new Set([ticket.kioskId, before?.kioskId])) if (kioskId) signals.kioskChanged(kioskId);
    signals.contactPointChanged(ticket.contactPointId);
  };
  const ticketSteps: TicketSteps = createTicketSteps({
    ...context,
    repository: tickets,
    appointments,
    changed: ticketChanged,
  });
  const giveTicket = createTicketGiving({
    ...context,
    repository: tickets,
    steps: ticketSteps,
    catalogue,
    contactPoints,
  });
  const serving = createServing({ repository: tickets, steps: ticketSteps, kiosks });
  const calling = createCalling({ ...context, repository: tickets, board: ticketBoard, steps: ticketSteps, kiosks });

  const repository = createConsultationsRepository(context.db);
  const lookup = createConsultationLookup({ repository });
  /** After each committed change: the screens are told, and whoever has become free or waits is matched. */
  const changed = async ({ id, institutionId, kioskId, contactPointId }: Consultation) => {
    await dispatch(institutionId);
    signals.institutionChanged(institutionId);
    signals.kioskChanged(kioskId);
    signals.contactPointChanged(contactPointId);
    signals.consultationChanged(id);
  };
  const guestSessions = createGuestSessions(context);
  const invitationRows = createInvitationsRepository(context.db);
  const guests = createGuests({
    ...context,
    invitations: invitationRows,
    consultations: lookup,
    sessions: guestSessions,
    cases,
    signals,
    nodes,
    dispatch: (institutionId) => dispatch(institutionId),
  });
  const steps = createSteps({ ...context, repository, cases, specialists, nodes, serving, guests, changed });
  const dispatch: Dispatch = createDispatch({
    ...context,
    repository,
    specialists,
    steps,
    calling,
    times,
    appointments,
    guestBook,
  });
  const issueTicket = createCallTickets({ ...context, nodes });
  const moving = createMoving({ ...context, repository, nodes, cases, changed });
  const access = createConsultationAccess({ repository, specialists });
  const admission = createAdmission({ ...context, repository, access, issueTicket, moving, nodes, kiosks, guests });
  const invitations = createInvitations({
    ...context,
    invitations: invitationRows,
    guests,
    roster: createDutyRoster({ specialists, catalogue, consultations: lookup, guestBook }),
    access,
    cases,
  });
  const handOver = createHandOver({
    ...context,
    invitations: invitationRows,
    guests,
    access,
    consultations: lookup,
    specialists,
    steps,
  });
  const participation = createParticipation({ consultations: lookup, kiosks });
  const chat = createChatService({ ...context, consultations: lookup, participation, signals });
  const operations = createOperationsService({ ...context, nodes, kiosks });
  const pictures = createPictures({ ...context, consultations: lookup, cases });
  const codes = createPersonalCodes(context.config.citizens.keys);
  const identityRows = createIdentitiesRepository(context.db);
  const identities = createIdentities({
    ...context,
    repository: identityRows,
    codes,
    consultations: lookup,
    cases,
    kiosks,
    changed,
  });
  const citizenSignIn = createCitizenSignIn({
    ...context,
    clients: providers.providerClients,
    catalogue,
    identities,
  });
  const reseal = createReseal({ ...context, repository: identityRows, codes });
  const care = createCallCare({ ...context, repository, access, nodes, cases, kiosks, changed });
  const board = createBoardRepository(context.db);
  const boards = createBoards({ ...context, board, calling, specialists, times });
  const ticketViews = createTicketViews({ ...context, board: ticketBoard, boards, contactPoints });
  const views = createViewsService({
    ...context,
    board,
    boards,
    tickets: ticketViews,
    appointments,
    schedules,
    contactPoints,
    kiosks,
    specialists,
    catalogue,
    people: guestBook,
  });
  const callSignals = createCallSignals({ ...context, repository, people: guestBook, kiosks, signals });
  const availability = createAvailability({ ...context, repository, specialists, steps, dispatch, signals });
  const standDown: StandDown = createStandDown({
    ...context,
    repository,
    specialists,
    availability,
    steps,
    nodes,
    moving,
    guests,
  });
  const presence = createPresence({
    ...context,
    repository,
    steps,
    nodes,
    moving,
    cases,
    kiosks,
    specialists,
    calling,
    dispatch,
    changed,
    patience: { ...defaultPatience, comeBackMs: context.config.callComeBackMs },
  });
  const consultations = createConsultationsService({
    ...context,
    repository,
    steps,
    access,
    admission,
    moving,
    cases,
    catalogue,
    kiosks,
    nodes,
    serving,
    citizenSignIn,
    changed,
  });

  const checkIn = createCheckIn({
    ...context,
    repository: tickets,
    steps: ticketSteps,
    give: giveTicket,
    appointments,
    contactPoints,
  });
  const transfers = createTransfers({
    ...context,
    repository: tickets,
    steps: ticketSteps,
    give: giveTicket,
    catalogue,
    specialists,
    consultations,
  });
  const queue = createQueueService({
    ...context,
    repository: tickets,
    steps: ticketSteps,
    give: giveTicket,
    calling,
    checkIn,
    transfers,
    appointments,
    appointmentAccess,
    kiosks,
    specialists,
  });
  const endOfDay = createEndOfDay({ ...context, repository: tickets, steps: ticketSteps, contactPoints });
  const displays = createDisplays({ ...context, kiosks, views: ticketViews });

  return {
    ...providers,
    mappedRoles,
    times,
    calling,
    transfers,
    queue,
    ticketViews,
    displays,
    endOfDay,
    schedules,
    slotSearch,
    proposals,
    appointments,
    appointmentAccess,
    sweepMissed,
    scheduleChanges,
    calendarViews,
    load,
    signals,
    nodes,
    specialists,
    cases,
    catalogue,
    organisations,
    contactPoints,
    kiosks,
    enrolment,
    calendars,
    feeds,
    staff,
    dispatch,
    views,
    availability,
    presence,
    consultations,
    admission,
    care,
    callSignals,
    guests,
    guestSessions,
    invitations,
    handOver,
    participation,
    chat,
    pictures,
    identities,
    citizenSignIn,
    reseal,
    operations,
    notifications,
    rights,
  };
}
export type Services = ReturnType<typeof createServices>;
