import type { StaffMember } from '@remote-clerk/shared/contracts/http/organisations.ts';
import {
  AccountId,
  ContactPointId,
  InstitutionId,
  OrganisationId,
  PublicServiceId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Row = z
  .object({
    id: AccountId,
    organisation_id: OrganisationId,
    username: z.string(),
    display_name: z.string(),
    job_title: z.string().nullable(),
    disabled_at: z.string().nullable(),
    institution_id: InstitutionId.nullable(),
    contact_point_id: ContactPointId.nullable(),
    languages: jsonColumn(z.array(Language)).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    username: row.username,
    name: row.display_name,
    jobTitle: row.job_title,
    post: row.institution_id
      ? ('specialist' as const)
      : row.contact_point_id
        ? ('clerk' as const)
        : ('office' as const),
    disabled: row.disabled_at !== null,
    institutionId: row.institution_id,
    contactPointId: row.contact_point_id,
    languages: row.languages ?? [],
  }));
const Entrusted = z.object({ specialist_id: AccountId, service_id: PublicServiceId });
const Skilled = z.object({ specialist_id: AccountId, skill: z.string() });

export type NewAccount = {
  id: AccountId;
  organisationId: OrganisationId;
  username: string;
  email: string | null;
  /** Null for who signs in elsewhere. */
  passwordHash: string | null;
  name: string;
  jobTitle: string | null;
  createdAt: Instant;
};

/** Accounts of staff with what each is: a specialist with skills, a clerk at a contact point. */
export function createStaffRepository(db: Database) {
  return {
    async list(scope: Scope): Promise<Omit<StaffMember, 'rights'>[]> {
      const query = db
        .connection('accounts as a')
        .leftJoin('specialists as s', 's.account_id', 'a.id')
        .leftJoin('clerks as c', 'c.account_id', 'a.id')
        .orderBy('a.display_name')
        .select('a.*', 's.institution_id', 's.languages', 'c.contact_point_id');
      const rows = z.array(Row).parse(await scoped(query, scope, 'a.organisation_id'));
      const services = await scoped(db.connection('specialist_services'), scope).select('specialist_id', 'service_id');
      const skills = await scoped(db.connection('specialist_skills'), scope).select('specialist_id', 'skill');
      const servicesOf = Map.groupBy(z.array(Entrusted).parse(services), ({ specialist_id: id }) => id);
      const skillsOf = Map.groupBy(z.array(Skilled).parse(skills), ({ specialist_id: id }) => id);
      return rows.map((row) => ({
        ...row,
        serviceIds: (servicesOf.get(row.id) ?? []).map((entrusted) => entrusted.service_id),
        skills: (skillsOf.get(row.id) ?? []).map(({ skill }) => skill),
      }));
    },

    async insert(account: NewAccount): Promise<void> {
      await db.connection('accounts').insert({
        id: account.id,
        organisation_id: account.organisationId,
        username: account.username,
        display_name: account.name,
        job_title: account.jobTitle,
        email: account.email,
        created_at: account.createdAt,
      });
      if (account.passwordHash === null) return;
      await db.connection('local_credentials').insert({
        account_id: account.id,
        organisation_id: account.organisationId,
        password_hash: account.passwordHash,
        changed_at: account.createdAt,
      });
    },

    /** @returns whether there was such an account in the scope */
    async disable(scope: Scope, id: AccountId, at: Instant): Promise<boolean> {
      return (await scoped(db.connection('accounts').where({ id }), scope).update({ disabled_at: at })) === 1;
    },
  };
}
