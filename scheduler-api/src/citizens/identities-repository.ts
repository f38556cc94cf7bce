import { type CaseOfCitizen, CitizenIdentity, IdentityEvidence } from '@remote-clerk/shared/contracts/identity.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { type AccountId, type KioskId, OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type OrganisationScope, scoped } from '../db/scope.ts';
import type { KeptCode } from './personal-codes.ts';

const Row = z
  .object({
    case_id: ServiceCaseId,
    organisation_id: OrganisationId,
    method: CitizenIdentity.shape.method,
    evidence: IdentityEvidence.nullable(),
    provider: z.string().nullable(),
    given_name: z.string(),
    family_name: z.string(),
    code_sealed: z.string().nullable(),
    key_id: z.string().nullable(),
    checked_at: Instant,
    checker_name: z.string().nullable(),
  })
  .transform((row) => ({
    caseId: row.case_id,
    organisationId: row.organisation_id,
    method: row.method,
    evidence: row.evidence,
    provider: row.provider,
    givenName: row.given_name,
    familyName: row.family_name,
    code: row.code_sealed !== null && row.key_id !== null ? { sealed: row.code_sealed, keyId: row.key_id } : null,
    checkedAt: row.checked_at,
    checkedBy: row.checker_name,
  }));
export type StoredIdentity = z.output<typeof Row>;

export type NewIdentity = Pick<
  StoredIdentity,
  'caseId' | 'organisationId' | 'givenName' | 'familyName' | 'checkedAt'
> & {
  code: KeptCode | null;
} & (
    | { method: 'document'; evidence: IdentityEvidence; by: AccountId; kioskId: KioskId | null }
    | { method: 'provider'; provider: string; kioskId: KioskId }
  );

const FoundRow = z
  .object({
    case_id: ServiceCaseId,
    number: z.string(),
    service_name: jsonColumn(LocalizedText),
    asked_at: Instant,
    closed_at: Instant.nullable(),
  })
  .transform(
    (row): CaseOfCitizen => ({
      caseId: row.case_id,
      number: row.number,
      service: row.service_name,
      askedAt: row.asked_at,
      status: row.closed_at === null ? 'open' : 'closed',
    }),
  );

/** More than anybody reads; a person with more cases than that is known by their latest. */
const mostFound = 50;

/** Rows of `citizen_identities`. Whose case it is, is for the caller to know. */
export function createIdentitiesRepository(db: Database) {
  const table = () => db.connection('citizen_identities as n');
  const whole = () =>
    table().leftJoin('accounts as a', 'a.id', 'n.checked_by').select('n.*', 'a.display_name as checker_name');

  return {
    async find(caseId: ServiceCaseId): Promise<StoredIdentity | undefined> {
      const [row] = await whole().where('n.case_id', caseId);
      return row === undefined ? undefined : Row.parse(row);
    },

    async isNeeded(caseId: ServiceCaseId): Promise<boolean> {
      const needing = db
        .connection('service_cases as k')
        .join('consultations as c', 'c.id', 'k.consultation_id')
        .join('public_services as s', 's.id', 'c.service_id')
        .where({ 'k.id': caseId, 's.identity': 'checked' });
      return (await needing.select('k.id')).length > 0;
    },

    /** The newest word on who somebody is takes the place of the one before. */
    async put(identity: NewIdentity): Promise<void> {
      const row = {
        case_id: identity.caseId,
        organisation_id: identity.organisationId,
        method: identity.method,
        evidence: identity.method === 'document' ? identity.evidence : null,
        provider: identity.method === 'provider' ? identity.provider : null,
        given_name: identity.givenName,
        family_name: identity.familyName,
        code_sealed: identity.code?.sealed ?? null,
        code_hash: identity.code?.hash ?? null,
        key_id: identity.code?.keyId ?? null,
        checked_at: identity.checkedAt,
        checked_by: identity.method === 'document' ? identity.by : null,
        checked_at_kiosk: identity.kioskId,
      };
      await db.connection('citizen_identities').insert(row).onConflict('case_id').merge();
    },

    /** Cases with one of these hashes, the latest first. */
    async listByHash(scope: OrganisationScope, hashes: string[], except: ServiceCaseId): Promise<CaseOfCitizen[]> {
      const query = table()
        .join('service_cases as k', 'k.id', 'n.case_id')
        .join('consultations as c', 'c.id', 'k.consultation_id')
        .join('public_services as s', 's.id', 'c.service_id')
        .whereIn('n.code_hash', hashes)
        .whereNot('n.case_id', except)
        .orderBy('c.asked_at', 'desc')
        .limit(mostFound)
        .select('n.case_id', 'k.number', 's.name as service_name', 'c.asked_at', 'k.closed_at');
      return z.array(FoundRow).parse(await scoped(query, scope, 'n.organisation_id'));
    },

    /** Some whose code was closed with one of these keys. */
    async listClosedWith(keyIds: string[], limit: number): Promise<StoredIdentity[]> {
      return z.array(Row).parse(await whole().whereIn('n.key_id', keyIds).orderBy('n.case_id').limit(limit));
    },

    /** How many codes were closed with none of these keys. */
    async countOthers(keyIds: string[]): Promise<number> {
      const [row] = await table().whereNotNull('n.key_id').whereNotIn('n.key_id', keyIds).count({ others: '*' });
      return z.object({ others: z.coerce.number() }).parse(row).others;
    },

    /** Unless it was changed meanwhile. */
    async replaceCode(caseId: ServiceCaseId, before: string, code: KeptCode): Promise<void> {
      await db
        .connection('citizen_identities')
        .where({ case_id: caseId, code_sealed: before })
        .update({ code_sealed: code.sealed, code_hash: code.hash, key_id: code.keyId });
    },
  };
}
export type IdentitiesRepository = ReturnType<typeof createIdentitiesRepository>;
