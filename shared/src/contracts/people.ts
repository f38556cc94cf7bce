import { z } from 'zod';
import { AccountId, InvitationId } from '../domain/ids.ts';
import { Language } from '../domain/languages.ts';
import { Instant } from '../domain/time.ts';
import { GuestRole } from './call-ticket.ts';
import { LocalizedText } from './localized.ts';

/**
 * `invited`: asked, not there yet. `joined`: in the consultation, though perhaps away for a moment. `left`: was there.
 * `declined`, `withdrawn`, `expired`: will not come.
 */
export const InvitationState = z.enum(['invited', 'joined', 'left', 'declined', 'withdrawn', 'expired']);
export type InvitationState = z.infer<typeof InvitationState>;

/** Someone who was asked into a consultation, as those who are in it see them. */
export const Invitation = z
  .object({
    id: InvitationId,
    role: GuestRole,
    name: z.string(),
    /** What an interpreter puts things into; null for others. */
    language: Language.nullable(),
    /** Whose desk it rings at; null for who was given a link. */
    accountId: AccountId.nullable(),
    state: InvitationState,
    invitedAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** Somebody who can be asked to come in now. */
export const OnDuty = z.object({
  accountId: AccountId,
  role: GuestRole,
  name: z.string(),
  jobTitle: z.string(),
  institution: LocalizedText,
  languages: z.array(Language),
  /** false while they are in a call of their own. */
  free: z.boolean(),
});
export type OnDuty = z.infer<typeof OnDuty>;

/** What an invited colleague's own desk shows: whose call, and what it is about. */
export const DeskInvitation = z.object({
  id: InvitationId,
  role: GuestRole,
  from: z.string(),
  service: LocalizedText,
  contactPoint: z.string(),
  language: Language,
  state: z.enum(['invited', 'joined']),
  invitedAt: Instant,
  expiresAt: Instant,
});
export type DeskInvitation = z.infer<typeof DeskInvitation>;
