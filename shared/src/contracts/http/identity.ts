import { z } from 'zod';
import { CitizenSignInId, KioskId, PublicServiceId, ServiceCaseId } from '../../domain/ids.ts';
import { PersonalCode } from '../../domain/personal-code.ts';
import { CaseOfCitizen, CitizenIdentity, IdentityEvidence, RevealReason } from '../identity.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { defineRoutes } from './route.ts';

const CheckedIdentity = z.object({
  evidence: IdentityEvidence,
  givenName: NameText,
  familyName: NameText,
  /** Null where the service can be given without. */
  personalCode: PersonalCode.nullable().default(null),
});

const ofCase = {
  tag: 'Identity of citizens',
  permission: 'case.own',
  params: z.object({ caseId: ServiceCaseId }),
  status: 200,
} as const;
const atKiosk = { tag: 'Identity of citizens', permission: 'consultation.ask', method: 'post' } as const;

/** Who citizens are. A personal code stands in no address: only in bodies, and whole only in the answer to `revealPersonalCode`. */
export const identityRoutes = defineRoutes({
  readIdentity: {
    ...ofCase,
    method: 'get',
    path: '/api/v1/service-cases/:caseId/identity',
    summary: 'Who the citizen of an own case is and how that was made sure of; null while it was not',
    reply: z.object({
      identity: CitizenIdentity.nullable(),
      /** Whether the service is given only to somebody of whom it was made sure who they are. */
      needed: z.boolean(),
    }),
    citizens: { subject: 'citizen-identity', id: 'params.caseId', caseId: 'params.caseId' },
  },
  recordIdentity: {
    ...ofCase,
    method: 'put',
    path: '/api/v1/service-cases/:caseId/identity',
    summary: 'Write down which document was seen, and who its holder is; not its number',
    body: CheckedIdentity,
    reply: CitizenIdentity,
    problems: ['conflict', 'illegal-transition'],
  },
  revealPersonalCode: {
    ...ofCase,
    method: 'post',
    path: '/api/v1/service-cases/:caseId/identity/personal-code',
    summary: 'The whole personal code, for a reason; each asking is on record',
    body: z.object({ reason: RevealReason }),
    reply: z.object({ personalCode: PersonalCode }),
    citizens: { subject: 'citizen-identity', id: 'params.caseId', caseId: 'params.caseId' },
    perMinute: 20,
    problems: ['not-found', 'too-many-requests'],
  },
  findByPersonalCode: {
    ...ofCase,
    method: 'post',
    path: '/api/v1/service-cases/:caseId/citizen-search',
    summary: 'Other cases of the organisation with exactly this personal code, while serving one’s own case; on record',
    body: z.object({ personalCode: PersonalCode }),
    reply: z.object({ cases: z.array(CaseOfCitizen) }),
    citizens: { subject: 'citizen-identity', id: 'params.caseId', caseId: 'params.caseId' },
    perMinute: 20,
    problems: ['illegal-transition', 'too-many-requests'],
  },
  recordIdentityAtKiosk: {
    method: 'put',
    path: '/api/v1/kiosks/:kioskId/identity',
    tag: 'Identity of citizens',
    summary: 'Write down which document the citizen at one’s own contact point’s kiosk has shown',
    permission: 'contact-point.serve',
    params: z.object({ kioskId: KioskId }),
    body: CheckedIdentity,
    reply: Nothing,
    status: 204,
    problems: ['conflict', 'illegal-transition'],
  },
  beginCitizenSignIn: {
    ...atKiosk,
    path: '/api/v1/kiosk/sign-ins',
    summary: 'The citizen signs in before asking for a service: where to; good for ten minutes, and once',
    body: z.object({ serviceId: PublicServiceId }),
    reply: z.object({
      id: CitizenSignInId,
      /** The provider’s page, to be shown apart from everything else. */
      url: z.url(),
      /** Where the provider sends the citizen in the end: its query completes the sign-in. */
      returnTo: z.url(),
      /** Of the provider’s pages: nothing else is shown meanwhile. */
      origins: z.array(z.url()),
    }),
    status: 201,
    perMinute: 20,
    problems: ['not-found', 'illegal-transition', 'provider-unavailable'],
  },
  completeCitizenSignIn: {
    ...atKiosk,
    path: '/api/v1/kiosk/sign-ins/:signInId/result',
    summary:
      'What the provider sent the citizen back with; who they are is kept with the case once they ask for the service',
    params: z.object({ signInId: CitizenSignInId }),
    body: z.object({
      /** The query of the return address, with or without its question mark. */
      query: z.string().max(8_000),
    }),
    reply: z.object({
      /** As whom, for the citizen to see. */
      name: z.string(),
      /** To be opened where the citizen signed in, so that nobody is signed in there any more; null where there is none. */
      endSessionUrl: z.url().nullable(),
    }),
    status: 200,
    perMinute: 20,
    problems: ['sign-in-failed', 'provider-unavailable'],
  },
});
