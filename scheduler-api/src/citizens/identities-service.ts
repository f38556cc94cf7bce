import type {
  CaseOfCitizen,
  CitizenIdentity,
  IdentityEvidence,
  RevealReason,
} from '@remote-clerk/shared/contracts/identity.ts';
import type { ConsultationId, KioskId, OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { maskPersonalCode, type PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { actorOf, type StaffRequest } from '../audit/audit.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Consultation } from '../consultations/consultation-row.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { IdentitiesRepository, NewIdentity, StoredIdentity } from './identities-repository.ts';
import type { PersonalCodes } from './personal-codes.ts';

/** What somebody of the staff has seen. */
export type CheckedDocument = {
  evidence: IdentityEvidence;
  givenName: string;
  familyName: string;
  personalCode: PersonalCode | null;
};
/** Whom a provider has let in. */
export type ProvenCitizen = Omit<CheckedDocument, 'evidence'> & { provider: string };

type Needs = Pick<Context, 'db' | 'clock' | 'audit'> & {
  repository: IdentitiesRepository;
  codes: PersonalCodes;
  consultations: ConsultationLookup;
  cases: Pick<ServiceCasesService, 'find' | 'getOwn' | 'step'>;
  kiosks: Pick<KiosksService, 'getServedBy'>;
  changed: (consultation: Consultation) => Promise<void>;
};

/** Who the citizens of cases are, and how that was made sure of. Every look at it is on the case's organisation's record. */
export function createIdentities({
  db,
  clock,
  audit,
  repository,
  codes,
  consultations,
  cases,
  kiosks,
  changed,
}: Needs) {
  const present = ({ code, caseId, organisationId: _whose, ...identity }: StoredIdentity): CitizenIdentity => ({
    ...identity,
    maskedCode: code && maskPersonalCode(codes.open(code, caseId)),
  });

  const recorded = (
    { principal, requestId, sourceIp }: StaffRequest,
    verb: string,
    of: { caseId: ServiceCaseId; organisationId: OrganisationId },
    more: { reason?: string; details?: Record<string, string | number> } = {},
  ) =>
    audit.record({
      organisationId: of.organisationId,
      actor: actorOf(principal),
      action: `citizen-identity.${verb}`,
      subject: { kind: 'service-case', id: of.caseId },
      requestId,
      sourceIp,
      caseId: of.caseId,
      ...more,
    });

  /** One's own case, and whose it is. @throws ProblemError `not-found` for a colleague's */
  async function ownCase(scope: OrganisationScope, { principal }: StaffRequest, id: ServiceCaseId) {
    const found = await cases.getOwn(scope, principal.accountId, id);
    const { organisationId } = await cases.find(scope, found.consultationId);
    return { ...found, caseId: id, organisationId };
  }

  /** What everybody's word on who somebody is goes through, in the transaction in which it was given. */
  async function put(
    of: { caseId: ServiceCaseId; organisationId: OrganisationId; consultationId: ConsultationId },
    { personalCode, givenName, familyName }: Pick<CheckedDocument, 'personalCode' | 'givenName' | 'familyName'>,
    how:
      | Pick<NewIdentity & { method: 'document' }, 'method' | 'evidence' | 'by' | 'kioskId'>
      | Pick<NewIdentity & { method: 'provider' }, 'method' | 'provider' | 'kioskId'>,
    actor: Parameters<typeof cases.step>[2],
  ): Promise<void> {
    const { caseId, organisationId } = of;
    await repository.put({
      caseId,
      organisationId,
      givenName,
      familyName,
      checkedAt: clock.now(),
      code: personalCode && codes.close(personalCode, organisationId, caseId),
      ...how,
    });
    await cases.step(of.consultationId, 'identity-checked', actor);
    await db.afterCommit(async () => {
      const consultation = await consultations.find(systemScope, of.consultationId);
      if (consultation) await changed(consultation);
    });
  }

  /** Whoever signed in has proven more than a look at a document does. */
  async function assertNotSignedIn(caseId: ServiceCaseId): Promise<void> {
    if ((await repository.find(caseId))?.method === 'provider')
      throw new ProblemError('conflict', 'The citizen has signed in');
  }

  return {
    /** That it was looked at is on record by its route. */
    async read(scope: OrganisationScope, { principal }: StaffRequest, id: ServiceCaseId) {
      await cases.getOwn(scope, principal.accountId, id);
      const found = await repository.find(id);
      return { identity: found ? present(found) : null, needed: await repository.isNeeded(id) };
    },

    /** @throws ProblemError `illegal-transition` once the case is closed, `conflict` when the citizen has signed in */
    async record(scope: OrganisationScope, request: StaffRequest, id: ServiceCaseId, seen: CheckedDocument) {
      return db.transaction(async () => {
        const own = await ownCase(scope, request, id);
        if (own.status === 'closed') throw new ProblemError('illegal-transition', 'The case is closed');
        await assertNotSignedIn(id);
        const { accountId: by } = request.principal;
        const how = { method: 'document', evidence: seen.evidence, by, kioskId: null } as const;
        await put(own, seen, how, { kind: 'specialist', id: by });
        await recorded(request, 'record', own, { details: { evidence: seen.evidence } });
        const stored = await repository.find(id);
        if (!stored) throw new ProblemError('not-found');
        return present(stored);
      });
    },

    /** A clerk has looked at the document of the citizen who is at a kiosk of theirs. @throws ProblemError `illegal-transition` */
    async recordAtKiosk(scope: OrganisationScope, request: StaffRequest, kioskId: KioskId, seen: CheckedDocument) {
      await db.transaction(async () => {
        const { accountId: by } = request.principal;
        await kiosks.getServedBy(scope, by, kioskId);
        const open = await consultations.findAtKiosk(scope, kioskId);
        if (!open || open.endedAt !== null) throw new ProblemError('illegal-transition', 'Nobody is served here now');
        const { id: caseId, organisationId } = await cases.find(systemScope, open.id);
        await assertNotSignedIn(caseId);
        const of = { caseId, organisationId, consultationId: open.id };
        const how = { method: 'document', evidence: seen.evidence, by, kioskId } as const;
        await put(of, seen, how, { kind: 'clerk', id: by });
        await recorded(request, 'record', of, { details: { evidence: seen.evidence } });
      });
    },

    /** The citizen has signed in at the kiosk, in the transaction of the caller. */
    async recordProven({ id, kioskId }: Consultation, { provider, ...citizen }: ProvenCitizen): Promise<void> {
      const { id: caseId, organisationId } = await cases.find(systemScope, id);
      const how = { method: 'provider', provider, kioskId } as const;
      await put({ caseId, organisationId, consultationId: id }, citizen, how, { kind: 'citizen', id: null });
      await audit.record({
        organisationId,
        actor: { kind: 'kiosk', id: kioskId },
        action: 'citizen-identity.sign-in',
        subject: { kind: 'service-case', id: caseId },
        caseId,
      });
    },

    /** @throws ProblemError `not-found` also where no code was asked for */
    async reveal(
      scope: OrganisationScope,
      request: StaffRequest,
      id: ServiceCaseId,
      reason: RevealReason,
    ): Promise<PersonalCode> {
      const own = await ownCase(scope, request, id);
      const code = (await repository.find(id))?.code;
      if (!code) throw new ProblemError('not-found');
      // On record before it is told: what cannot be recorded is not shown.
      await recorded(request, 'reveal', own, { reason });
      return codes.open(code, id);
    },

    /** @throws ProblemError `illegal-transition` once the case in whose course one searches is closed */
    async search(
      scope: OrganisationScope,
      request: StaffRequest,
      id: ServiceCaseId,
      code: PersonalCode,
    ): Promise<CaseOfCitizen[]> {
      const own = await ownCase(scope, request, id);
      if (own.status === 'closed') throw new ProblemError('illegal-transition', 'The case is closed');
      const found = await repository.listByHash(scope, codes.hashes(code, own.organisationId), id);
      await recorded(request, 'search', own, { details: { found: found.length } });
      return found;
    },
  };
}
export type Identities = ReturnType<typeof createIdentities>;
