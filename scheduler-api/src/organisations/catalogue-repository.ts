import { IdentityNeed } from '@remote-clerk/shared/contracts/identity.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { InstitutionId, OrganisationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { z } from 'zod';
import { booleanColumn, jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const InstitutionRow = z
  .object({ id: InstitutionId, organisation_id: OrganisationId, code: z.string(), name: jsonColumn(LocalizedText) })
  .transform(({ organisation_id, ...row }) => ({ ...row, organisationId: organisation_id }));
export type Institution = z.output<typeof InstitutionRow>;

const ServiceRow = z
  .object({
    id: PublicServiceId,
    organisation_id: OrganisationId,
    institution_id: InstitutionId,
    institution_code: z.string(),
    institution_name: jsonColumn(LocalizedText),
    name: jsonColumn(LocalizedText),
    description: jsonColumn(LocalizedText),
    bring: jsonColumn(LocalizedText).nullable(),
    topic: OfferedService.shape.topic,
    minutes: z.int(),
    buffer_before: z.int(),
    buffer_after: z.int(),
    channels: jsonColumn(z.array(Channel)),
    skill: z.string().nullable(),
    needs_document_camera: booleanColumn,
    identity: IdentityNeed,
  })
  .transform(({ organisation_id, institution_id, institution_code, institution_name, ...row }) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    bring: row.bring,
    topic: row.topic,
    minutes: row.minutes,
    bufferBefore: row.buffer_before,
    bufferAfter: row.buffer_after,
    channels: row.channels,
    skill: row.skill,
    needsDocumentCamera: row.needs_document_camera,
    identity: row.identity,
    organisationId: organisation_id,
    institution: { id: institution_id, code: institution_code, name: institution_name },
  }));
export type CatalogueEntry = z.output<typeof ServiceRow>;

/** How a service is booked and served. */
export type ServiceTerms = Pick<
  CatalogueEntry,
  'minutes' | 'bufferBefore' | 'bufferAfter' | 'channels' | 'skill' | 'needsDocumentCamera' | 'identity'
>;

const termsColumns = (terms: ServiceTerms) => ({
  minutes: terms.minutes,
  buffer_before: terms.bufferBefore,
  buffer_after: terms.bufferAfter,
  channels: toJson(terms.channels),
  skill: terms.skill,
  needs_document_camera: terms.needsDocumentCamera,
  identity: terms.identity,
});

/** Rows of `institutions` and `public_services`. */
export function createCatalogueRepository(db: Database) {
  async function listServices(scope: Scope, where: Record<string, string>): Promise<CatalogueEntry[]> {
    const query = db
      .connection('public_services as s')
      .join('institutions as i', 'i.id', 's.institution_id')
      .where(where)
      .orderBy(['i.code', 's.id'])
      .select('s.*', 'i.code as institution_code', 'i.name as institution_name');
    return z.array(ServiceRow).parse(await scoped(query, scope, 's.organisation_id'));
  }

  return {
    listServices: (scope: Scope) => listServices(scope, {}),
    async getService(scope: Scope, id: PublicServiceId): Promise<CatalogueEntry> {
      const [found] = await listServices(scope, { 's.id': id });
      if (!found) throw new ProblemError('not-found', 'There is no such service');
      return found;
    },
    async insertService(
      service: Omit<CatalogueEntry, 'institution'> & { institutionId: InstitutionId },
    ): Promise<void> {
      await db.connection('public_services').insert({
        id: service.id,
        organisation_id: service.organisationId,
        institution_id: service.institutionId,
        name: toJson(service.name),
        description: toJson(service.description),
        bring: service.bring && toJson(service.bring),
        topic: service.topic,
        ...termsColumns(service),
      });
    },
    async updateTerms(scope: Scope, id: PublicServiceId, terms: ServiceTerms): Promise<void> {
      await scoped(db.connection('public_services').where({ id }), scope).update(termsColumns(terms));
    },

    async listInstitutions(scope: Scope): Promise<Institution[]> {
      return z
        .array(InstitutionRow)
        .parse(await scoped(db.connection('institutions'), scope).orderBy('code').select('*'));
    },
    async insertInstitution(institution: Institution): Promise<void> {
      await db.connection('institutions').insert({
        id: institution.id,
        organisation_id: institution.organisationId,
        code: institution.code,
        name: toJson(institution.name),
      });
    },
  };
}
