import { z } from 'zod';
import { ServiceCaseId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { LocalizedText } from './localized.ts';

/** Whether a public service is given only to somebody of whom it was made sure who they are. */
export const IdentityNeed = z.enum(['none', 'checked']);
export type IdentityNeed = z.infer<typeof IdentityNeed>;

/** How it stands with that in a consultation; `checked` also where the service does not ask for it. */
export const IdentityState = z.enum(['none', 'needed', 'checked']);
export type IdentityState = z.infer<typeof IdentityState>;

/** What was looked at; never its number. `institution-record`: the person is known from the institution's own system. */
export const IdentityEvidence = z.enum([
  'passport',
  'identity-card',
  'residence-permit',
  'driving-licence',
  'institution-record',
]);
export type IdentityEvidence = z.infer<typeof IdentityEvidence>;

/** Why a whole personal code is looked at. */
export const RevealReason = z.enum(['find-in-register', 'fill-in-application', 'compare-with-document']);
export type RevealReason = z.infer<typeof RevealReason>;

/** Who the citizen of a case is, and how that was made sure of. */
export const CitizenIdentity = z
  .object({
    /** `provider`: they signed in themselves. */
    method: z.enum(['document', 'provider']),
    evidence: IdentityEvidence.nullable(),
    /** Through whom they signed in; null for a document. */
    provider: z.string().nullable(),
    givenName: z.string(),
    familyName: z.string(),
    /** As `32••••-•••45`; null where none was asked for. */
    maskedCode: z.string().nullable(),
    checkedAt: Instant,
    /** Who looked at the document; null when they signed in themselves. */
    checkedBy: z.string().nullable(),
  })
  .meta({ id: 'CitizenIdentity' });
export type CitizenIdentity = z.infer<typeof CitizenIdentity>;

/** A case of the organisation in which the same person was served. */
export const CaseOfCitizen = z
  .object({
    caseId: ServiceCaseId,
    number: z.string(),
    service: LocalizedText,
    askedAt: Instant,
    status: z.enum(['open', 'closed']),
  })
  .meta({ id: 'CaseOfCitizen' });
export type CaseOfCitizen = z.infer<typeof CaseOfCitizen>;
