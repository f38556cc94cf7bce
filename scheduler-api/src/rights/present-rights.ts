import type { Right, RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { RightId } from '@remote-clerk/shared/domain/ids.ts';
import { isForAnother, isOpen, type RequestFacts } from '@remote-clerk/shared/domain/rights.ts';
import { type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { KeptRequest } from './requests-repository.ts';
import type { KeptRight } from './rights-rows.ts';

/** Where somebody manages rights. */
export const managedBy = ({ rights }: Pick<StaffPrincipal, 'rights'>): readonly OrganisationId[] =>
  rights.get('rights.manage') ?? [];

export function stateOfRight(
  right: Pick<KeptRight, 'withdrawnAt' | 'validFrom' | 'validUntil'>,
  now: Instant,
): Right['state'] {
  if (right.withdrawnAt !== null) return 'withdrawn';
  if (isDue(right.validUntil, now)) return 'expired';
  return isDue(right.validFrom, now) ? 'effective' : 'coming';
}

/** Held, or to be held. */
export const isHeld = (right: Parameters<typeof stateOfRight>[0], now: Instant): boolean =>
  right.withdrawnAt === null && !isDue(right.validUntil, now);

/** @param reader decides what they are offered to do */
export function presentRight(right: KeptRight, reader: Pick<StaffPrincipal, 'rights'>, now: Instant): Right {
  return {
    id: right.id,
    account: right.account,
    role: right.role,
    organisation: right.organisation,
    validFrom: right.validFrom,
    validUntil: right.validUntil,
    state: stateOfRight(right, now),
    delegatedBy: right.delegatedBy,
    withdrawnAt: right.withdrawnAt,
    withdrawnBy: right.withdrawnBy,
    withdrawnReason: right.withdrawnReason,
    withdrawable: isHeld(right, now) && managedBy(reader).includes(right.organisation.id),
  };
}

export const factsOf = (request: KeptRequest): RequestFacts => ({
  state: request.state,
  askedBy: request.askedBy.id,
  accountId: request.account.id,
  approvalsNeeded: request.approvalsNeeded,
  approvedBy: request.decisions.filter(({ approved }) => approved).map(({ by }) => by.id),
  expiresAt: request.expiresAt,
});

/** A right has the id of the request that it came of. */
export const rightIdOf = ({ id }: Pick<KeptRequest, 'id'>): RightId => RightId.parse(id);

export function presentRequest(
  request: KeptRequest,
  reader: Pick<StaffPrincipal, 'accountId' | 'rights'>,
  now: Instant,
): RightRequest {
  const facts = factsOf(request);
  const open = isOpen(facts) && !isDue(request.expiresAt, now);
  return {
    id: request.id,
    kind: request.kind,
    state: request.state,
    account: request.account,
    askedBy: request.askedBy,
    role: request.role,
    organisation: request.organisation,
    validFrom: request.validFrom,
    validUntil: request.validUntil,
    why: request.why,
    askedAt: request.askedAt,
    expiresAt: request.expiresAt,
    approvalsNeeded: request.approvalsNeeded,
    decisions: request.decisions,
    delegatedBy: request.delegatedBy,
    rightId: request.state === 'effective' ? rightIdOf(request) : null,
    decidable: open && managedBy(reader).includes(request.organisation.id) && isForAnother(facts, reader.accountId),
    withdrawable: open && request.askedBy.id === reader.accountId,
  };
}
