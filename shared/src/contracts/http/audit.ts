import { z } from 'zod';
import { ServiceCaseId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { LocalizedText } from '../localized.ts';
import { StaffPost } from '../permissions.ts';
import { PlainText } from '../text.ts';
import { defineRoutes } from './route.ts';

/** `nobody` has not signed in; guests were asked into one consultation; a citizen signed in at a kiosk. */
export const ActorKind = z.enum(['staff', 'kiosk', 'node', 'system', 'nobody', 'guest', 'client', 'citizen']);
export type ActorKind = z.infer<typeof ActorKind>;

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    /** `name` only of those who have or had an account. */
    actor: z.object({ kind: ActorKind, id: z.string().nullable(), name: z.string().nullable() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    /** For which service case it was done. */
    case: z.object({ id: ServiceCaseId, number: z.string().nullable() }).nullable(),
    reason: z.string().nullable(),
    result: z.enum(['done', 'refused']),
    requestId: z.string().nullable(),
    sourceIp: z.string().nullable(),
    /** Its place in its organisation's chain; null in the second before it has one. */
    number: z.int().positive().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

const CaseNumber = PlainText.trim().min(1).max(60);

/** What is looked for: all that is said must be so. */
export const AuditFilter = z.object({
  from: Instant.optional(),
  until: Instant.optional(),
  actor: z.uuid().optional(),
  /** Whole, or its beginning: `service-case.` is all that was done with cases. */
  action: z
    .string()
    .regex(/^[a-z.-]{1,60}$/)
    .optional(),
  subject: z.uuid().optional(),
  caseNumber: CaseNumber.optional(),
  result: z.enum(['done', 'refused']).optional(),
  requestId: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** Who looked at what is kept of a citizen: of which institution, at which post; not by name. */
export const Look = z.object({
  id: z.uuid(),
  at: Instant,
  organisation: z.string(),
  post: z.union([StaffPost, z.enum(['guest', 'system'])]),
  action: z.string(),
  reason: z.string().nullable(),
  result: z.enum(['done', 'refused']),
});
export type Look = z.infer<typeof Look>;

const audit = { tag: 'Record', permission: 'audit.read' } as const;

export const auditRoutes = defineRoutes({
  listAudit: {
    ...audit,
    method: 'get',
    path: '/api/v1/audit',
    summary: 'The record of one’s organisations, the latest first',
    query: AuditFilter.extend({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.object({ entries: z.array(AuditEntry), nextCursor: z.string().nullable() }),
    status: 200,
  },
  exportAudit: {
    ...audit,
    method: 'post',
    path: '/api/v1/audit/exports',
    summary: 'Part of the record as a file: JSON Lines with seals and a signature over the whole, or CSV for people',
    body: AuditFilter.extend({ format: z.enum(['jsonl', 'csv']) }),
    reply: z.object({
      name: z.string(),
      text: z.string(),
      entries: z.int().nonnegative(),
      /** False where there are more than one file takes: then the days have to be taken apart. */
      whole: z.boolean(),
    }),
    status: 200,
    perMinute: 10,
    problems: ['too-many-requests'],
  },
  readAuditKey: {
    method: 'get',
    path: '/api/v1/audit/key',
    tag: 'Record',
    permission: 'public',
    summary: 'The public key with which the record and what is taken out of it is signed (RFC 8037)',
    reply: z.object({
      key: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() }),
    }),
    status: 200,
  },
  readLooks: {
    ...audit,
    method: 'get',
    path: '/api/v1/audit/looks',
    summary: 'For a citizen who asks: who looked at what is kept of one’s case, by institution and post',
    citizens: { subject: 'looks', id: null, caseId: 'reply.case.id' },
    query: z.object({ caseNumber: CaseNumber }),
    problems: ['not-found'],
    reply: z.object({
      case: z.object({ id: ServiceCaseId, number: z.string(), institution: LocalizedText, askedAt: Instant }),
      looks: z.array(Look),
    }),
    status: 200,
  },
});
