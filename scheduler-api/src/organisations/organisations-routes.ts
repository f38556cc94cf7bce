import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueService } from './catalogue-service.ts';
import type { ContactPointsService } from './contact-points-service.ts';
import type { OrganisationsService } from './organisations-service.ts';
import type { StaffService } from './staff-service.ts';

type Parts = Pick<Context, 'audit' | 'ids'> & {
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  kiosks: KiosksService;
  staff: StaffService;
  organisations: OrganisationsService;
};

export function createOrganisationRoutes({
  audit,
  ids,
  catalogue,
  contactPoints,
  kiosks,
  staff,
  organisations,
}: Parts) {
  /** What an administrator did is on record, with what it was done to. */
  async function recorded<Subject extends { id: string }>(
    request: StaffRequest,
    action: string,
    subject: Subject,
  ): Promise<Subject> {
    const kind = action.slice(0, action.indexOf('.'));
    await audit.recordStaff(request, action, { kind, id: subject.id });
    return subject;
  }

  return [
    bind(organisationRoutes.listOrganisations, async ({ scope }) => ({
      organisations: await organisations.list(scope),
    })),
    bind(organisationRoutes.createOrganisation, async ({ body, ...request }) =>
      recorded(request, 'organisation.create', await organisations.create(request.scope, body)),
    ),
    bind(organisationRoutes.renameOrganisation, async ({ params, body, ...request }) =>
      recorded(
        request,
        'organisation.rename',
        await organisations.rename(request.scope, params.organisationId, body.name),
      ),
    ),
    bind(organisationRoutes.listInstitutions, async ({ scope }) => ({
      institutions: await catalogue.listInstitutions(scope),
    })),
    bind(organisationRoutes.createInstitution, async ({ body, ...request }) =>
      recorded(request, 'institution.create', await catalogue.createInstitution(request.scope.organisationId, body)),
    ),
    bind(organisationRoutes.listPublicServices, async ({ scope }) => ({
      services: (await catalogue.listServices(scope)).map((service) => ({
        ...service,
        institutionId: service.institution.id,
      })),
    })),
    bind(organisationRoutes.createPublicService, async ({ body, ...request }) =>
      recorded(request, 'public-service.create', await catalogue.createService(request.scope, body)),
    ),
    bind(organisationRoutes.listContactPoints, async ({ scope }) => ({
      contactPoints: await contactPoints.list(scope),
    })),
    bind(organisationRoutes.createContactPoint, async ({ body, ...request }) =>
      recorded(request, 'contact-point.create', await contactPoints.create(request.scope, body)),
    ),
    bind(organisationRoutes.listKiosks, async ({ scope }) => ({
      kiosks: (await kiosks.list(scope)).map((kiosk) => ({
        ...kiosk,
        contactPointId: kiosk.contactPoint.id,
        enrolled: kiosk.publicKey !== null,
      })),
    })),
    bind(organisationRoutes.createKiosk, async ({ body, ...request }) => {
      await contactPoints.getWithScope(request.scope, body.contactPointId);
      const { organisationId } = request.scope;
      const created = { ...body, id: KioskId.parse(ids.uuid()), organisationId };
      await kiosks.insert(created);
      return recorded(request, 'kiosk.create', { ...created, enrolled: false, online: false });
    }),
    bind(organisationRoutes.listStaff, async ({ scope }) => ({ staff: await staff.list(scope) })),
    bind(organisationRoutes.createSpecialist, async ({ body, ...request }) =>
      recorded(request, 'account.create', await staff.createSpecialist(request.scope, body, request)),
    ),
    bind(organisationRoutes.createClerk, async ({ body, ...request }) =>
      recorded(request, 'account.create', await staff.createClerk(request.scope, body, request)),
    ),
    bind(organisationRoutes.disableStaff, async ({ params, ...request }) =>
      recorded(request, 'account.disable', await staff.disable(request.scope, params.accountId, request)),
    ),
  ];
}
