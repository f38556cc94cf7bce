import { z } from 'zod';
import { ConsultationState } from '../../domain/consultation.ts';
import { ConsultationId, KioskId, NodeBootId, NodeId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { CallTicket } from '../call-ticket.ts';
import { LocalizedText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { NodeLoad } from '../node/messages.ts';
import { QualitySummary } from '../quality.ts';
import { SelfTest } from '../self-test.ts';
import { CallAbsences } from '../views.ts';
import { defineRoutes } from './route.ts';

/** `silent`: not heard of for longer than three heartbeats. */
export const NodeState = z.enum(['serving', 'draining', 'silent']);
export type NodeState = z.infer<typeof NodeState>;

export const Operations = z
  .object({
    asOf: Instant,
    nodes: z.array(
      z.object({
        id: NodeId,
        bootId: NodeBootId,
        url: z.string(),
        state: NodeState,
        lastSeenAt: Instant,
        load: NodeLoad,
      }),
    ),
    /** Open consultations of the own organisation's institutions and contact points, without who is in them. */
    calls: z.array(
      z.object({
        consultationId: ConsultationId,
        caseNumber: z.string(),
        state: ConsultationState,
        service: LocalizedText,
        contactPoint: z.string(),
        since: Instant,
        nodeId: NodeId.nullable(),
        peers: z.int().nonnegative(),
        away: CallAbsences,
        quality: QualitySummary.nullable(),
      }),
    ),
    /** The own organisation's kiosks, those in trouble first. */
    kiosks: z.array(
      z.object({
        id: KioskId,
        name: z.string(),
        contactPoint: z.string(),
        online: z.boolean(),
        selfTest: SelfTest.nullable(),
      }),
    ),
  })
  .meta({ id: 'Operations' });
export type Operations = z.infer<typeof Operations>;

export const operationsRoutes = defineRoutes({
  readOperations: {
    method: 'get',
    path: '/api/v1/operations',
    tag: 'Operations',
    summary: 'The media nodes, calls and kiosks as they are now',
    permission: 'operations.read',
    reply: Operations,
    status: 200,
  },
  createSelfTestTicket: {
    method: 'post',
    path: '/api/v1/kiosk/self-test/ticket',
    tag: 'Kiosk',
    summary: 'A ticket for a room of the kiosk’s own, in which it gets its own media back',
    permission: 'kiosk.use',
    body: Nothing,
    reply: CallTicket,
    status: 201,
    problems: ['no-media-node'],
  },
  saveSelfTest: {
    method: 'put',
    path: '/api/v1/kiosk/self-test',
    tag: 'Kiosk',
    summary: 'What the kiosk found when it tested itself',
    permission: 'kiosk.use',
    body: SelfTest.omit({ at: true }),
    reply: Nothing,
    status: 204,
  },
  answerEmergency: {
    method: 'delete',
    path: '/api/v1/kiosks/:kioskId/emergency',
    params: z.object({ kioskId: KioskId }),
    tag: 'Contact point',
    summary: 'Say that somebody has come to the kiosk',
    permission: 'contact-point.serve',
    reply: Nothing,
    status: 204,
  },
});
