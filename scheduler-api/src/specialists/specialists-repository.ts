import { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { AccountId, InstitutionId, OrganisationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn, jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const SpecialistRow = z
  .object({
    account_id: AccountId,
    organisation_id: OrganisationId,
    institution_id: InstitutionId,
    display_name: z.string(),
    job_title: z.string().nullable(),
    languages: jsonColumn(z.array(Language)),
    available: booleanColumn,
    away_because: DeskView.shape.awayBecause,
    idle_since: Instant.nullable(),
    wrap_up_until: Instant.nullable(),
    connection_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.account_id,
    organisationId: row.organisation_id,
    institutionId: row.institution_id,
    name: row.display_name,
    jobTitle: row.job_title ?? '',
    languages: new Set<string>(row.languages),
    spoken: row.languages,
    available: row.available,
    awayBecause: row.away_because,
    idleSince: row.idle_since,
    wrapUpUntil: row.wrap_up_until,
    connectionId: row.connection_id,
  }));

export type Specialist = z.output<typeof SpecialistRow> & {
  /** The public services that they can serve: those entrusted to them by name, and those whose skill they have. */
  skills: Set<string>;
  /** Of these they only take over when the others are too few. */
  backupFor: Set<string>;
};

/** What changes about a specialist during the day. */
export type SpecialistChange = {
  available?: boolean;
  away_because?: Specialist['awayBecause'];
  idle_since?: Instant | null;
  wrap_up_until?: Instant | null;
  connection_id?: string | null;
};

const Served = z.object({ specialist_id: AccountId, service_id: PublicServiceId, backup: booleanColumn });

const interpretingSkills = ['interpreter', 'sign-language'];

/** Rows of `specialists` with the public services that they can serve. */
export function createSpecialistsRepository(db: Database) {
  async function list(scope: Scope, where: Record<string, string>): Promise<Specialist[]> {
    const query = db
      .connection('specialists as s')
      .join('accounts as a', 'a.id', 's.account_id')
      .whereNull('a.disabled_at')
      .where(where)
      .select('s.*', 'a.display_name', 'a.job_title');
    const rows = z.array(SpecialistRow).parse(await scoped(query, scope, 's.organisation_id'));
    const ids = rows.map((row) => row.id);
    const entrusted = await db
      .connection('specialist_services')
      .whereIn('specialist_id', ids)
      .select('specialist_id', 'service_id', 'backup');
    const able = await db
      .connection('specialist_skills as k')
      .join('specialists as s', 's.account_id', 'k.specialist_id')
      .join('public_services as p', (on) => on.on('p.skill', 'k.skill').andOn('p.institution_id', 's.institution_id'))
      .whereIn('k.specialist_id', ids)
      .select('k.specialist_id', 'p.id as service_id', db.connection.raw('false as backup'));
    const bySpecialist = Map.groupBy(z.array(Served).parse([...entrusted, ...able]), (one) => one.specialist_id);
    return rows.map((row) => {
      const served = bySpecialist.get(row.id) ?? [];
      return {
        ...row,
        skills: new Set(served.map((one) => one.service_id)),
        backupFor: new Set(served.flatMap((one) => (one.backup ? one.service_id : []))),
      };
    });
  }

  return {
    listOfInstitution: (scope: Scope, institutionId: InstitutionId) =>
      list(scope, { 's.institution_id': institutionId }),
    listAll: (scope: Scope) => list(scope, {}),
    find: async (scope: Scope, id: AccountId) => (await list(scope, { 's.account_id': id }))[0],

    /** Who of them puts others' words into another language. */
    async listInterpreters(scope: Scope): Promise<Set<AccountId>> {
      const query = db.connection('specialist_skills').whereIn('skill', interpretingSkills).select('specialist_id');
      const found = z.array(z.object({ specialist_id: AccountId })).parse(await scoped(query, scope));
      return new Set(found.map((row) => row.specialist_id));
    },

    async change(scope: Scope, id: AccountId, change: SpecialistChange): Promise<void> {
      await scoped(db.connection('specialists').where({ account_id: id }), scope).update(change);
    },

    /** Forgets a connection, unless a newer one has taken its place. @returns whether it was the present one */
    async disconnect(id: AccountId, connectionId: string): Promise<boolean> {
      const query = db.connection('specialists').where({ account_id: id, connection_id: connectionId });
      return (await query.update({ connection_id: null })) === 1;
    },

    /** No connection outlives the process that held it. */
    async disconnectAll(): Promise<void> {
      await db.connection('specialists').whereNotNull('connection_id').update({ connection_id: null });
    },

    async insert(specialist: {
      id: AccountId;
      organisationId: OrganisationId;
      institutionId: InstitutionId;
      languages: Language[];
      serviceIds: PublicServiceId[];
      backupServiceIds?: PublicServiceId[];
      skills?: string[];
    }) {
      await db.connection('specialists').insert({
        account_id: specialist.id,
        organisation_id: specialist.organisationId,
        institution_id: specialist.institutionId,
        languages: toJson(specialist.languages),
      });
      const { serviceIds, skills = [] } = specialist;
      if (serviceIds.length > 0)
        await db.connection('specialist_services').insert(
          serviceIds.map((id) => ({
            organisation_id: specialist.organisationId,
            specialist_id: specialist.id,
            service_id: id,
            backup: specialist.backupServiceIds?.includes(id) ?? false,
          })),
        );
      if (skills.length === 0) return;
      await db.connection('specialist_skills').insert(
        skills.map((skill) => ({
          organisation_id: specialist.organisationId,
          specialist_id: specialist.id,
          skill,
        })),
      );
    },
  };
}
