import { z } from 'zod';
import { AccountId, ConsultationId, InvitationId, PictureId, ServiceCaseId } from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { GuestRole } from '../call-ticket.ts';
import { ChatMessage, ChatText } from '../chat.ts';
import { Nothing } from '../messages.ts';
import { Invitation, OnDuty } from '../people.ts';
import { PlainText } from '../text.ts';
import { DeskView, GuestView } from '../views.ts';
import { defineRoutes } from './route.ts';
import { CasePicture } from './service-cases.ts';

const consultation = { params: z.object({ consultationId: ConsultationId }), tag: 'People in a consultation' };
const invitation = { params: z.object({ invitationId: InvitationId }), tag: 'People in a consultation' };
const guest = { tag: 'Guest', permission: 'consultation.guest' } as const;

/** As high as numbers of chat lines could ever get. */
const mostLines = 1_000_000;

/** Bytes of a picture from the document camera, as JPEG. */
export const largestPicture = 4 * 1024 * 1024;
/** Characters of it as base64. */
const largestEncoded = Math.ceil(largestPicture / 3) * 4;

export const peopleRoutes = defineRoutes({
  listOnDuty: {
    method: 'get',
    path: '/api/v1/consultations/:consultationId/duty-roster',
    ...consultation,
    summary: 'Who can be asked into the consultation now',
    permission: 'consultation.serve',
    reply: z.object({ people: z.array(OnDuty) }),
    status: 200,
  },
  invite: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/invitations',
    ...consultation,
    summary: 'Ask someone in: from the duty roster with `accountId`, or anyone with a link',
    permission: 'consultation.serve',
    body: z.object({
      role: GuestRole,
      name: PlainText.trim().min(1).max(200),
      language: Language.nullable().default(null),
      accountId: AccountId.nullable().default(null),
    }),
    /** `code` belongs behind `/join/#`; it is told once, and null for who is on the roster. */
    reply: z.object({ invitation: Invitation, code: z.string().nullable() }),
    status: 201,
    idempotent: true,
    problems: ['illegal-transition', 'room-full', 'not-found'],
  },
  withdrawInvitation: {
    method: 'delete',
    path: '/api/v1/invitations/:invitationId',
    ...invitation,
    summary: 'Take an invitation back, or send a guest out',
    permission: 'consultation.serve',
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
  /** The answer of somebody on the duty roster, at their own desk. */
  answerInvitation: {
    method: 'post',
    path: '/api/v1/invitations/:invitationId/answer',
    ...invitation,
    summary: 'Come into a colleague’s consultation, or say that one cannot',
    permission: 'consultation.serve',
    body: z.object({ coming: z.boolean() }),
    /** What opens `/join/#`, as a link does; null for who does not come. */
    reply: z.object({ code: z.string().nullable(), view: DeskView }),
    status: 200,
    problems: ['invitation-not-valid'],
  },
  /** Warm: the colleague is in the call already. They become its specialist, with case and notes; the other is free. */
  handOver: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/hand-over',
    ...consultation,
    summary: 'Hand the consultation over to a colleague who is in it',
    permission: 'consultation.serve',
    body: z.object({ invitationId: InvitationId }),
    reply: DeskView,
    status: 200,
    problems: ['illegal-transition', 'specialist-busy'],
  },
  openInvitation: {
    method: 'post',
    path: '/api/v1/invitations/open',
    tag: 'Guest',
    summary: 'Exchange the code of a link for a short-lived token',
    permission: 'public',
    body: z.object({ code: z.string().max(100) }),
    /** `token` goes into `Authorization: Bearer`, and into the handshake of the socket. */
    reply: z.object({ token: z.string(), view: GuestView }),
    status: 200,
    failuresPerMinute: 10,
    problems: ['invitation-not-valid'],
  },
  readGuestView: {
    ...guest,
    method: 'get',
    path: '/api/v1/guest',
    citizens: { subject: 'guest-page', id: null },
    summary: 'The consultation that one was invited to',
    reply: GuestView,
    status: 200,
  },
  leaveAsGuest: {
    ...guest,
    method: 'post',
    path: '/api/v1/guest/leave',
    summary: 'Go out; the link lets in again until the consultation is over',
    body: Nothing,
    reply: Nothing,
    status: 204,
  },
  listChat: {
    method: 'get',
    path: '/api/v1/consultations/:consultationId/messages',
    ...consultation,
    citizens: { subject: 'chat', id: 'params.consultationId' },
    summary: 'The lines of the chat after a number, in order',
    permission: 'consultation.take-part',
    query: z.object({ after: z.coerce.number().int().min(0).max(mostLines).default(0) }),
    reply: z.object({ messages: z.array(ChatMessage) }),
    status: 200,
  },
  writeChat: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/messages',
    ...consultation,
    summary: 'Write a line that all in the consultation see and the case keeps',
    permission: 'consultation.take-part',
    body: z.object({ text: ChatText }),
    reply: ChatMessage,
    status: 201,
    idempotent: true,
    problems: ['illegal-transition'],
  },
  savePicture: {
    method: 'post',
    path: '/api/v1/consultations/:consultationId/pictures',
    ...consultation,
    summary: 'A picture from the kiosk’s document camera, into the case',
    permission: 'consultation.ask',
    largestBody: largestEncoded + 1024,
    /** JPEG, as base64. */
    body: z.object({ jpeg: z.base64().max(largestEncoded) }),
    reply: CasePicture,
    status: 201,
    idempotent: true,
    problems: ['illegal-transition', 'too-large'],
  },
  readPicture: {
    method: 'get',
    path: '/api/v1/service-cases/:caseId/pictures/:pictureId',
    params: z.object({ caseId: ServiceCaseId, pictureId: PictureId }),
    tag: 'Service case',
    citizens: { subject: 'picture', id: 'params.pictureId', caseId: 'params.caseId' },
    summary: 'One picture of an own case',
    permission: 'case.own',
    reply: z.object({ jpeg: z.base64() }),
    status: 200,
  },
  deletePicture: {
    method: 'delete',
    path: '/api/v1/service-cases/:caseId/pictures/:pictureId',
    params: z.object({ caseId: ServiceCaseId, pictureId: PictureId }),
    tag: 'Service case',
    summary: 'Throw a picture of an open own case away',
    permission: 'case.own',
    reply: Nothing,
    status: 204,
    problems: ['illegal-transition'],
  },
});
