import { z } from 'zod';
import {
  AccountId,
  AppointmentId,
  ConsultationId,
  ContactPointId,
  KioskId,
  PublicServiceId,
  QueueTicketId,
} from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { Appointment, AppointmentCode, OwnAppointment } from '../appointments.ts';
import { Nothing } from '../messages.ts';
import { DisplayView, OwnTicket, QueueTicket, TransferNote } from '../queue.ts';
import { DeskView, KioskView } from '../views.ts';
import { defineRoutes } from './route.ts';

const serve = { tag: 'Queue', permission: 'queue.serve' } as const;
const ticket = { ...serve, params: z.object({ ticketId: QueueTicketId }), reply: QueueTicket, status: 200 } as const;
const contactPoint = { params: z.object({ contactPointId: ContactPointId }) };
const step = { body: Nothing, problems: ['illegal-transition'] } as const;

/** How an arrival was, so that the screen can say what follows. */
const Arrival = z.enum(['early', 'on-time', 'late']);

export const DisplayToken = z.string().regex(/^[\w-]{22}$/);

export const queueRoutes = defineRoutes({
  takeTicket: {
    method: 'post',
    path: '/api/v1/kiosk/tickets',
    tag: 'Kiosk',
    permission: 'kiosk.use',
    summary: 'A place in the line for the citizen at the kiosk, who then sits down until the number is called',
    body: z.object({ serviceId: PublicServiceId, language: Language }),
    reply: OwnTicket,
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  checkInAtKiosk: {
    method: 'post',
    path: '/api/v1/kiosk/check-ins',
    tag: 'Kiosk',
    permission: 'kiosk.use',
    summary: 'The citizen with an appointment is here: its code for a place in the line',
    body: z.object({ code: AppointmentCode }),
    reply: z.object({
      arrival: Arrival,
      appointment: OwnAppointment,
      ticket: OwnTicket,
      /** The kiosk may begin at once, with the ticket; otherwise the number will be called. */
      canBegin: z.boolean(),
    }),
    status: 200,
    failuresPerMinute: 30,
    problems: ['not-found', 'not-the-day', 'illegal-transition'],
  },
  dismissCall: {
    method: 'post',
    path: '/api/v1/kiosk/tickets/:ticketId/dismiss',
    tag: 'Kiosk',
    permission: 'kiosk.use',
    summary: 'Somebody else stands here than the one whose number was called',
    params: z.object({ ticketId: QueueTicketId }),
    body: Nothing,
    reply: KioskView,
    status: 200,
    problems: ['illegal-transition'],
  },

  issueTicket: {
    ...serve,
    ...contactPoint,
    method: 'post',
    path: '/api/v1/contact-points/:contactPointId/tickets',
    summary: 'A place in the line, given by the clerk',
    body: z.object({
      serviceId: PublicServiceId,
      language: Language,
      /** For a disability or a small child. */
      priority: z.enum(['walk-in', 'priority']).default('walk-in'),
    }),
    reply: QueueTicket,
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  checkIn: {
    ...serve,
    method: 'post',
    path: '/api/v1/appointments/:appointmentId/check-in',
    summary: 'The citizen with the appointment is here',
    params: z.object({ appointmentId: AppointmentId }),
    body: Nothing,
    reply: z.object({ arrival: Arrival, appointment: Appointment, ticket: QueueTicket }),
    status: 200,
    idempotent: true,
    problems: ['not-the-day', 'illegal-transition'],
  },
  callTicket: {
    ...ticket,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/call',
    summary: 'Call a number to a free kiosk, or again to the one it was called to',
    body: z.object({ kioskId: KioskId.nullable().default(null) }),
    problems: ['illegal-transition', 'kiosk-busy'],
  },
  putTicketBack: {
    ...ticket,
    ...step,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/put-back',
    summary: 'Nobody came, or too late: back to the place that it had',
  },
  holdTicket: {
    ...ticket,
    ...step,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/hold',
    summary: 'Not called until it is resumed; its waiting goes on counting',
  },
  resumeTicket: {
    ...ticket,
    ...step,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/resume',
    summary: 'To be called again',
  },
  missTicket: {
    ...ticket,
    ...step,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/miss',
    summary: 'It was called and nobody came',
  },
  cancelTicket: {
    ...ticket,
    ...step,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/cancel',
    summary: 'The citizen does not wait any longer',
  },
  transferTicket: {
    ...ticket,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/transfer',
    summary: 'To another service, of this institution or another, or to a certain specialist; the waiting counts on',
    body: z.object({
      serviceId: PublicServiceId,
      specialistId: AccountId.nullable().default(null),
      note: TransferNote,
    }),
    problems: ['illegal-transition', 'not-found'],
  },
  callBackTicket: {
    ...ticket,
    method: 'post',
    path: '/api/v1/tickets/:ticketId/call-back',
    summary: 'The citizen goes home and is called by telephone',
    body: z.object({
      phone: z
        .string()
        .trim()
        .regex(/^\+?[\d ()-]{6,20}$/),
      note: TransferNote.default(''),
    }),
    problems: ['illegal-transition'],
  },
  listTransferSpecialists: {
    ...serve,
    method: 'get',
    path: '/api/v1/tickets/:ticketId/specialists',
    summary: 'To whom a ticket can be given, for a service',
    params: z.object({ ticketId: QueueTicketId }),
    query: z.object({ serviceId: PublicServiceId }),
    reply: z.object({ specialists: z.array(z.object({ id: AccountId, name: z.string(), atWork: z.boolean() })) }),
    status: 200,
  },

  transferConsultation: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/transfer',
    tag: 'Queue',
    permission: 'consultation.serve',
    summary: 'The citizen goes on to another service, institution or specialist when this call ends, ahead of the line',
    params: z.object({ consultationId: ConsultationId }),
    body: z.object({
      serviceId: PublicServiceId,
      specialistId: AccountId.nullable().default(null),
      note: TransferNote,
    }),
    reply: z.object({ ticketNumber: z.string(), view: DeskView }),
    status: 201,
    idempotent: true,
    problems: ['illegal-transition', 'not-found'],
  },
  listTransferColleagues: {
    method: 'get',
    path: '/api/v1/consultations/:consultationId/transfer-specialists',
    tag: 'Queue',
    permission: 'consultation.serve',
    summary: 'To whom the citizen of a consultation can be given, for a service',
    params: z.object({ consultationId: ConsultationId }),
    query: z.object({ serviceId: PublicServiceId }),
    reply: z.object({ specialists: z.array(z.object({ id: AccountId, name: z.string(), atWork: z.boolean() })) }),
    status: 200,
  },
  finishCallBack: {
    method: 'post',
    path: '/api/v1/tickets/:ticketId/called-back',
    tag: 'Queue',
    permission: 'consultation.serve',
    summary: 'The citizen was called back by telephone',
    params: z.object({ ticketId: QueueTicketId }),
    body: Nothing,
    reply: DeskView,
    status: 200,
    problems: ['illegal-transition'],
  },

  createDisplayLink: {
    ...serve,
    ...contactPoint,
    method: 'post',
    path: '/api/v1/contact-points/:contactPointId/display-links',
    summary: 'An address for the waiting room’s screen; an earlier one stops working',
    body: Nothing,
    reply: z.object({ address: z.url() }),
    status: 201,
  },
  /** A POST, so that the token stands in no log. */
  readDisplay: {
    method: 'post',
    path: '/api/v1/display-views',
    tag: 'Queue',
    permission: 'public',
    summary: 'What the waiting room’s screen shows now',
    body: z.object({ token: DisplayToken }),
    reply: DisplayView,
    status: 200,
    failuresPerMinute: 20,
    problems: ['not-found', 'too-many-requests'],
  },
});
