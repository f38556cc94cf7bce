import type { KioskConsultation, KioskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, PublicServiceId, StartRequestId } from '@remote-clerk/shared/domain/ids.ts';
import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';

/** The questions before a consultation is asked for, in their order. */
export const steps = ['rest', 'language', 'service', 'meeting', 'device-check'] as const;
export type Step = (typeof steps)[number];

/** What the goodbye shows after the server has forgotten the consultation. */
export type Receipt = Pick<KioskConsultation, 'caseNumber' | 'service' | 'institution' | 'state' | 'endReason'>;

export type Flow = {
  /** `revoked` until staff says that it will enrol the kiosk anew. */
  standing: 'starting' | 'unenrolled' | 'revoked' | 'enrolled';
  server: 'connecting' | 'reached' | 'away';
  view: KioskView | null;
  /** The next view counts whatever its revision: a server that was restarted counts anew. */
  anyRevision: boolean;
  step: Step;
  serviceId: PublicServiceId | null;
  /** The clerk's start request that this session follows. */
  startRequestId: StartRequestId | null;
  asking: { state: 'no' } | { state: 'asking' } | { state: 'failed'; problem: ProblemType };
  /** The specialist who had accepted is gone and the citizen waits again. */
  waitsAgain: boolean;
  /** The citizen chose not to rate this one. */
  unrated: ConsultationId | null;
  receipt: Receipt | null;
};

export const initialFlow: Flow = {
  standing: 'starting',
  server: 'connecting',
  view: null,
  anyRevision: true,
  step: 'rest',
  serviceId: null,
  startRequestId: null,
  asking: { state: 'no' },
  waitsAgain: false,
  unrated: null,
  receipt: null,
};

export type FlowEvent =
  | { kind: 'identity.known'; enrolled: boolean }
  | { kind: 'kiosk.revoked' }
  | { kind: 'enrolment.wanted' }
  | { kind: 'server.connected' }
  | { kind: 'server.lost' }
  | { kind: 'view.received'; view: KioskView }
  | { kind: 'begin' }
  | { kind: 'language.chosen' }
  | { kind: 'service.chosen'; serviceId: PublicServiceId }
  | { kind: 'meeting.agreed' }
  | { kind: 'back' }
  | { kind: 'ask.started' }
  | { kind: 'ask.failed'; problem: ProblemType }
  | { kind: 'ask.succeeded' }
  | { kind: 'rating.declined' }
  | { kind: 'said-goodbye' }
  | { kind: 'wiped' };
