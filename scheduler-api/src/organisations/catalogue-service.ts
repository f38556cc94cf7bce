import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { InstitutionId, OrganisationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import {
  InstitutionId as InstitutionIdSchema,
  PublicServiceId as PublicServiceIdSchema,
} from '@remote-clerk/shared/domain/ids.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import { isAtWork, type SpecialistsService } from '../specialists/specialists-service.ts';
import {
  type CatalogueEntry,
  createCatalogueRepository,
  type Institution,
  type ServiceTerms,
} from './catalogue-repository.ts';

export type { CatalogueEntry, ServiceTerms };

/** What a service is until somebody says otherwise: booked at kiosks, without buffers, for those entrusted with it. */
const usualTerms: Omit<ServiceTerms, 'minutes'> = {
  bufferBefore: 0,
  bufferAfter: 0,
  channels: ['kiosk'],
  skill: null,
  needsDocumentCamera: false,
  identity: 'none',
};

/** Institutions and the public services that they offer in every contact point of the installation. */
export function createCatalogueService({
  db,
  ids,
  specialists,
}: Pick<Context, 'db' | 'ids'> & { specialists: SpecialistsService }) {
  const repository = createCatalogueRepository(db);
  /** What a citizen can choose, and whether somebody is there to serve it now. */
  async function listOffered(): Promise<Omit<OfferedService, 'wait' | 'opensAt'>[]> {
    const services = await repository.listServices(systemScope);
    const staff = await specialists.listAll(systemScope);
    return services.flatMap((service) => {
      const able = staff.filter((specialist) => specialist.skills.has(service.id));
      if (able.length === 0) return [];
      return {
        id: service.id,
        name: service.name,
        description: service.description,
        bring: service.bring,
        topic: service.topic,
        institution: service.institution,
        minutes: service.minutes,
        languages: languages.filter((language) => able.some((specialist) => specialist.languages.has(language))),
        staffed: able.some(isAtWork),
        bookable: service.channels.includes('kiosk'),
        identity: service.identity,
      };
    });
  }

  return {
    listInstitutions: repository.listInstitutions,
    listServices: repository.listServices,
    /** Any service of the installation: a citizen may ask for all that is offered. @throws ProblemError `not-found` */
    getOffered: (id: PublicServiceId) => repository.getService(systemScope, id),
    getOwn: (scope: OrganisationScope, id: PublicServiceId) => repository.getService(scope, id),

    listOffered,

    /** What can be booked, and how. */
    async listBookable() {
      const services = await repository.listServices(systemScope);
      const offered = await listOffered();
      return offered.flatMap(({ staffed: _staffed, ...service }) => {
        const channels = services.find(({ id }) => id === service.id)?.channels ?? [];
        return channels.length > 0 ? [{ ...service, channels }] : [];
      });
    },

    async createInstitution(
      organisationId: OrganisationId,
      institution: Pick<Institution, 'code' | 'name'>,
    ): Promise<Institution> {
      const created = { ...institution, id: InstitutionIdSchema.parse(ids.uuid()), organisationId };
      try {
        await db.transaction(() => repository.insertInstitution(created));
      } catch (error) {
        throw isDuplicate(error) ? new ProblemError('conflict', 'An institution with this code exists already') : error;
      }
      return created;
    },

    async createService(
      scope: OrganisationScope,
      service: Pick<CatalogueEntry, 'name' | 'description' | 'bring' | 'topic' | 'minutes'> &
        Partial<ServiceTerms> & { institutionId: InstitutionId },
    ) {
      const institutions = await repository.listInstitutions(scope);
      if (!institutions.some((institution) => institution.id === service.institutionId)) {
        throw new ProblemError('not-found', 'There is no such institution');
      }
      const created = {
        ...usualTerms,
        ...service,
        id: PublicServiceIdSchema.parse(ids.uuid()),
        organisationId: scope.organisationId,
      };
      await repository.insertService(created);
      return created;
    },

    /** @throws ProblemError `not-found` */
    async setTerms(scope: OrganisationScope, id: PublicServiceId, terms: ServiceTerms): Promise<CatalogueEntry> {
      await repository.getService(scope, id);
      await repository.updateTerms(scope, id, terms);
      return repository.getService(scope, id);
    },
  };
}
export type CatalogueService = ReturnType<typeof createCatalogueService>;
