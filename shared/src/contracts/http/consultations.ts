import { z } from 'zod';
import {
  CitizenSignInId,
  ConsultationId,
  PublicServiceId,
  QueueTicketId,
  RoomId,
  ServiceCaseId,
  StartRequestId,
} from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { CallTicket } from '../call-ticket.ts';
import { Nothing } from '../messages.ts';
import { DeskView, KioskView, StaffPresence } from '../views.ts';
import { defineRoutes } from './route.ts';

const consultation = { params: z.object({ consultationId: ConsultationId }), tag: 'Consultation' };

export const Rating = z.int().min(1).max(5);

export const consultationRoutes = defineRoutes({
  askForConsultation: {
    method: 'post',
    path: '/api/v1/consultations',
    tag: 'Consultation',
    summary: 'Ask for a specialist, from the kiosk',
    permission: 'consultation.ask',
    body: z.object({
      serviceId: PublicServiceId,
      language: Language,
      startRequestId: StartRequestId.optional(),
      /** The ticket that was called here, or that the citizen has just checked in with. */
      ticketId: QueueTicketId.optional(),
      /** The sign-in that was completed here just before: who the citizen is goes to the case. */
      signInId: CitizenSignInId.optional(),
    }),
    /** With a ticket for the room, so that media is ready before anyone answers; null while no media node is there. */
    reply: z.object({ consultationId: ConsultationId, view: KioskView, call: CallTicket.nullable() }),
    status: 201,
    idempotent: true,
    problems: ['kiosk-busy'],
  },
  acceptConsultation: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/accept',
    ...consultation,
    citizens: { subject: 'consultation', id: 'params.consultationId', caseId: 'reply.caseId' },
    summary: 'Take a consultation, offered or waiting: exactly one specialist succeeds',
    permission: 'consultation.serve',
    body: Nothing,
    reply: z.object({ caseId: ServiceCaseId, view: DeskView, call: CallTicket }),
    status: 200,
    problems: ['already-taken', 'specialist-busy', 'illegal-transition', 'no-media-node'],
  },
  declineConsultation: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/decline',
    ...consultation,
    summary: 'Pass the ring on to the next specialist',
    permission: 'consultation.serve',
    body: Nothing,
    reply: DeskView,
    status: 200,
    problems: ['illegal-transition'],
  },
  createCallTicket: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/tickets',
    ...consultation,
    summary: 'A fresh call ticket for the own end: standby while it rings, participant once accepted',
    permission: 'consultation.take-part',
    /** `unreachableRoomId`: the room that could not be entered; another is found when its node is silent, draining or gone. */
    body: z.object({ unreachableRoomId: RoomId.optional() }),
    reply: CallTicket,
    status: 201,
    problems: ['illegal-transition', 'no-media-node'],
  },
  endConsultation: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/end',
    ...consultation,
    summary: 'End the call, or leave the line, from either end',
    permission: 'consultation.end',
    body: Nothing,
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  rateConsultation: {
    method: 'put',
    path: '/api/v1/consultations/:consultationId/rating',
    ...consultation,
    summary: 'How it went, from the kiosk, until it is wiped',
    permission: 'consultation.ask',
    body: z.object({ rating: Rating }),
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  setStaffPresence: {
    method: 'put',
    path: '/api/v1/consultations/:consultationId/staff-presence',
    ...consultation,
    summary: 'Say whether staff is in the room with the citizen',
    permission: 'contact-point.serve',
    body: z.object({ staffPresence: StaffPresence }),
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  holdConsultation: {
    method: 'put',
    path: '/api/v1/consultations/:consultationId/hold',
    ...consultation,
    summary: 'Put the citizen on hold while the others talk, or take them off it',
    permission: 'consultation.serve',
    body: z.object({ held: z.boolean() }),
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  callEmergency: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/emergency',
    ...consultation,
    summary: 'Call the staff of the contact point to the kiosk at once',
    permission: 'consultation.serve',
    body: Nothing,
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  readDesk: {
    method: 'get',
    path: '/api/v1/desk',
    tag: 'Desk',
    citizens: { subject: 'desk', id: null, caseId: 'reply.current.caseId' },
    summary: 'What the specialist’s desk shows now',
    permission: 'consultation.serve',
    reply: DeskView,
    status: 200,
  },
  setAvailability: {
    method: 'put',
    path: '/api/v1/desk/availability',
    tag: 'Desk',
    summary: 'Be rung, or not',
    permission: 'consultation.serve',
    body: z.object({ available: z.boolean() }),
    reply: DeskView,
    status: 200,
  },
});
