import { z } from 'zod';
import { Instant } from '../../domain/time.ts';
import { defineRoutes } from './route.ts';

/** `nobody` has not signed in; guests were asked into one consultation; a citizen signed in at a kiosk. */
export const ActorKind = z.enum(['staff', 'kiosk', 'node', 'system', 'nobody', 'guest', 'client', 'citizen']);
export type ActorKind = z.infer<typeof ActorKind>;

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    actor: z.object({ kind: ActorKind, id: z.string().nullable() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    result: z.enum(['done', 'refused']),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditRoutes = defineRoutes({
  listAudit: {
    method: 'get',
    path: '/api/v1/audit',
    tag: 'Administration',
    summary: 'Own organisation’s audit log, the latest first',
    permission: 'audit.read',
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.object({ entries: z.array(AuditEntry), nextCursor: z.string().nullable() }),
    status: 200,
  },
});
