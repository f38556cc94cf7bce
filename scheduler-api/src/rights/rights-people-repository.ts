import { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { openRequestStates } from '@remote-clerk/shared/domain/rights.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { getPersonOf, listAbove, listBelow, personColumns } from './rights-rows.ts';

const PersonRow = z
  .looseObject({
    organisation_id: OrganisationId,
    organisation_name: z.string(),
    email: z.string().nullable(),
    last_signed_in_at: Instant.nullable(),
    created_at: Instant,
    disabled_at: Instant.nullable(),
  })
  .transform((row) => ({
    ...getPersonOf(row, 'holder'),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    email: row.email,
    lastSignedInAt: row.last_signed_in_at,
    createdAt: row.created_at,
    disabled: row.disabled_at !== null,
  }));
export type StaffPerson = z.output<typeof PersonRow>;

const OrganisationRow = z
  .object({ id: OrganisationId, name: z.string(), parent_id: OrganisationId.nullable() })
  .transform(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));

/** Accounts and organisations, as far as the process of rights has to know them. */
export function createRightsPeopleRepository(db: Database) {
  const named = () =>
    db
      .connection('accounts as a')
      .join('organisations as o', 'o.id', 'a.organisation_id')
      .select(
        ...personColumns('a', 'holder'),
        'o.id as organisation_id',
        'o.name as organisation_name',
        'a.email',
        'a.last_signed_in_at',
        'a.created_at',
        'a.disabled_at',
      );

  return {
    /** @throws ProblemError `not-found` */
    async get(id: AccountId): Promise<StaffPerson> {
      const [found] = await named().where('a.id', id);
      if (!found) throw new ProblemError('not-found');
      return PersonRow.parse(found);
    },

    listByIds: async (ids: readonly AccountId[]): Promise<Map<AccountId, StaffPerson>> => {
      const found = z.array(PersonRow).parse(await named().whereIn('a.id', [...ids]));
      return new Map(found.map((one) => [one.id, one]));
    },

    /** By name, those who are not disabled. */
    async search(
      within: readonly OrganisationId[],
      { search, limit }: { search?: string | undefined; limit: number },
    ): Promise<StaffPerson[]> {
      const found = named()
        .whereIn('a.organisation_id', [...within])
        .whereNull('a.disabled_at')
        .orderBy(['a.display_name', 'a.id'])
        .limit(limit);
      if (search) {
        const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
        found.whereRaw(`${db.foldCase('??')} like ? escape '\\'`, ['a.display_name', pattern]);
      }
      return z.array(PersonRow).parse(await found);
    },

    /** Holders of rights who have not signed in since; an account that is younger has not been away. */
    async listAwaySince(organisationId: OrganisationId, since: Instant, now: Instant): Promise<StaffPerson[]> {
      const found = named()
        .where('a.organisation_id', organisationId)
        .whereNull('a.disabled_at')
        .whereRaw('coalesce(a.last_signed_in_at, a.created_at) <= ?', [since])
        .whereExists(
          db
            .connection('role_assignments as r')
            .whereRaw('r.account_id = a.id')
            .whereNull('r.withdrawn_at')
            .where('r.valid_from', '<=', since)
            .where('r.valid_until', '>', now)
            .select('r.id'),
        );
      return z.array(PersonRow).parse(await found);
    },

    async listOrganisations(ids: readonly OrganisationId[]) {
      const found = db
        .connection('organisations')
        .whereIn('id', [...ids])
        .orderBy(['name', 'id']);
      return z.array(OrganisationRow).parse(await found.select('id', 'name', 'parent_id'));
    },

    /** Those that stand under no other, and were there already. */
    async listTopOrganisations(since: Instant) {
      const found = db.connection('organisations').whereNull('parent_id').where('created_at', '<=', since);
      return z.array(OrganisationRow).parse(await found.select('id', 'name', 'parent_id'));
    },

    async listOrganisationIds(): Promise<OrganisationId[]> {
      const found = await db.connection('organisations').orderBy('id').select('id', 'name', 'parent_id');
      return z
        .array(OrganisationRow)
        .parse(found)
        .map(({ id }) => id);
    },

    above: (id: OrganisationId) => listAbove(db.connection, id),
    below: (id: OrganisationId) => listBelow(db.connection, id),

    /** @returns whether it was not told before */
    async tellOnce(key: string, organisationId: OrganisationId, now: Instant): Promise<boolean> {
      const inserted = await db
        .connection('rights_notices')
        .insert({ key, organisation_id: organisationId, created_at: now })
        .onConflict('key')
        .ignore()
        .returning('key');
      return inserted.length === 1;
    },

    /** When something was told; undefined for what was not. */
    async findTold(key: string): Promise<Instant | undefined> {
      const row = await db.connection('rights_notices').where({ key }).first('created_at');
      return row && z.object({ created_at: Instant }).parse(row).created_at;
    },

    /** Who holds a right, or is to; who waits for one. The others are in neither. */
    async listStanding(ids: readonly AccountId[], now: Instant) {
      const accounts = z.array(z.object({ account_id: AccountId }).transform(({ account_id }) => account_id));
      const held = db
        .connection('role_assignments')
        .whereIn('account_id', [...ids])
        .whereNull('withdrawn_at')
        .where('valid_until', '>', now);
      const asked = db
        .connection('right_requests')
        .whereIn('account_id', [...ids])
        .whereIn('state', [...openRequestStates]);
      return {
        effective: new Set(accounts.parse(await held.distinct('account_id'))),
        asked: new Set(accounts.parse(await asked.distinct('account_id'))),
      };
    },

    async findAbsenceDays(organisationId: OrganisationId): Promise<number | undefined> {
      const row = await db
        .connection('rights_settings')
        .where({ organisation_id: organisationId })
        .first('absence_days');
      return row && z.object({ absence_days: z.int() }).parse(row).absence_days;
    },

    async saveAbsenceDays(organisationId: OrganisationId, days: number): Promise<void> {
      await db
        .connection('rights_settings')
        .insert({ organisation_id: organisationId, absence_days: days })
        .onConflict('organisation_id')
        .merge();
    },
  };
}
export type RightsPeopleRepository = ReturnType<typeof createRightsPeopleRepository>;
