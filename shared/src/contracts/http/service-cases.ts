import { z } from 'zod';
import { ConsultationState, EndReason } from '../../domain/consultation.ts';
import { ConsultationId, PictureId, ServiceCaseId } from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { Instant } from '../../domain/time.ts';
import { CallRole } from '../call-ticket.ts';
import { ChatMessage } from '../chat.ts';
import { LocalizedText } from '../localized.ts';
import { QualitySummary } from '../quality.ts';
import { PlainText } from '../text.ts';
import { Rating } from './consultations.ts';
import { defineRoutes } from './route.ts';

export const CaseOutcome = z.enum(['advised', 'application-started', 'referred', 'follow-up-needed', 'not-served']);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** A still picture from the kiosk's document camera. @see readPicture in `people.ts` for what it shows */
export const CasePicture = z.object({ id: PictureId, takenAt: Instant, bytes: z.int().positive() });
export type CasePicture = z.infer<typeof CasePicture>;

export const TimelineEntry = z.object({
  at: Instant,
  step: z.enum([
    'asked',
    'offered',
    'declined',
    'not-answered',
    'accepted',
    'released',
    'live',
    'ended',
    'dropped',
    'abandoned',
    'staff-in-room',
    'staff-left',
    'held',
    'resumed',
    'emergency',
    'invited',
    'joined',
    'guest-left',
    'handed-over',
    'moved',
    'picture-taken',
    'identity-checked',
    'rated',
    'case-closed',
  ]),
  actor: z.enum(['citizen', 'specialist', 'clerk', 'guest', 'system']),
  actorName: z.string().nullable(),
  reason: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** At most what a database's integer holds. */
const Version = z.int().positive().max(2_147_483_647);
const Notes = PlainText.max(20_000);

const summary = {
  id: ServiceCaseId,
  number: z.string(),
  consultationId: ConsultationId,
  status: z.enum(['open', 'closed']),
  state: ConsultationState,
  service: LocalizedText,
  institution: LocalizedText,
  contactPoint: z.string(),
  language: Language,
  askedAt: Instant,
  acceptedAt: Instant.nullable(),
  liveAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  outcome: CaseOutcome.nullable(),
};

export const ServiceCaseSummary = z.object(summary).meta({ id: 'ServiceCaseSummary' });
export type ServiceCaseSummary = z.infer<typeof ServiceCaseSummary>;

export const ServiceCase = z
  .object({
    ...summary,
    /** Grows with every change; send it back so that nobody's notes are overwritten unseen. */
    version: Version,
    channel: z.literal('remote-consultation'),
    endReason: EndReason.nullable(),
    participants: z.array(z.object({ role: CallRole, name: z.string().nullable() })),
    notes: z.string(),
    quality: QualitySummary.nullable(),
    rating: Rating.nullable(),
    closedAt: Instant.nullable(),
    timeline: z.array(TimelineEntry),
    /** Taken with the document camera, the first first. */
    pictures: z.array(CasePicture),
    chat: z.array(ChatMessage),
  })
  .meta({ id: 'ServiceCase' });
export type ServiceCase = z.infer<typeof ServiceCase>;

const one = {
  params: z.object({ caseId: ServiceCaseId }),
  tag: 'Service case',
  permission: 'case.own',
  reply: ServiceCase,
  status: 200,
} as const;

export const serviceCaseRoutes = defineRoutes({
  listServiceCases: {
    method: 'get',
    path: '/api/v1/service-cases',
    tag: 'Service case',
    summary: 'Own cases, the latest first; the search looks in number, service, contact point and notes',
    citizens: { subject: 'service-case', id: 'reply.cases.*.id', caseId: 'reply.cases.*.id' },
    permission: 'case.own',
    query: z.object({
      search: PlainText.trim().max(100).optional(),
      status: z.enum(['open', 'closed']).optional(),
      /** `nextCursor` of the page before. */
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({ cases: z.array(ServiceCaseSummary), nextCursor: z.string().nullable() }),
    status: 200,
  },
  readServiceCase: {
    ...one,
    method: 'get',
    path: '/api/v1/service-cases/:caseId',
    summary: 'One own case, whole',
    citizens: { subject: 'service-case', id: 'params.caseId', caseId: 'params.caseId' },
  },
  updateServiceCase: {
    ...one,
    method: 'patch',
    path: '/api/v1/service-cases/:caseId',
    summary: 'Write notes and outcome, during the call and after it',
    body: z.object({
      version: Version,
      notes: Notes.optional(),
      outcome: CaseOutcome.nullable().optional(),
    }),
    problems: ['conflict', 'illegal-transition'],
  },
  closeServiceCase: {
    ...one,
    method: 'post',
    path: '/api/v1/service-cases/:caseId/close',
    summary: 'Close the case: needs an outcome and an ended consultation',
    body: z.object({ version: Version, outcome: CaseOutcome, notes: Notes }),
    problems: ['conflict', 'illegal-transition'],
  },
});
