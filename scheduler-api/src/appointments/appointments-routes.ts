import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import { bind } from '../http/bind.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { NotificationsService } from '../notifications/notifications-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { AppointmentAccess } from './appointment-access.ts';
import type { AppointmentsService, Booker } from './appointments-service.ts';
import { seriesStarts } from './series-starts.ts';
import type { SlotSearch } from './slot-search.ts';

type Parts = Pick<Context, 'audit'> & {
  appointments: AppointmentsService;
  appointmentAccess: AppointmentAccess;
  slotSearch: SlotSearch;
  notifications: NotificationsService;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  specialists: SpecialistsService;
};

const atDesk = ({ accountId, organisationId }: StaffPrincipal): Booker => ({
  through: 'desk',
  accountId,
  organisationId,
});
const onTheWeb: Booker = { through: 'web', accountId: null, organisationId: null };

export function createAppointmentRoutes(parts: Parts) {
  const { audit, appointments, appointmentAccess, slotSearch, notifications, catalogue, contactPoints, specialists } =
    parts;

  /** Whoever saw or changed what a citizen booked is on record. */
  const recorded = (request: StaffRequest, action: string, kind: string, id: string) =>
    audit.recordStaff(request, action, { kind, id });

  async function change(
    { principal, ...request }: StaffRequest,
    id: AppointmentId,
    act: Parameters<AppointmentsService['change']>[2],
  ) {
    await appointments.change(id, appointmentAccess.assertVisible(principal), act);
    await recorded({ principal, ...request }, `appointment.${act.kind}`, 'appointment', id);
    return appointments.present(id);
  }

  return [
    bind(appointmentRoutes.findSlots, ({ query }) => slotSearch.find(query)),
    bind(appointmentRoutes.listBookableServices, async () => ({
      services: await catalogue.listBookable(),
      contactPoints: (await contactPoints.list(systemScope)).map(({ id, name, address, timeZone }) => ({
        id,
        name,
        address,
        timeZone,
      })),
    })),

    bind(appointmentRoutes.holdAppointment, async ({ body, principal }) => {
      await appointmentAccess.assertMayBook(principal, body);
      const { id } = await appointments.hold(body, atDesk(principal));
      return appointments.present(id);
    }),
    bind(appointmentRoutes.confirmAppointment, ({ params, body, ...request }) =>
      change(request, params.appointmentId, { kind: 'confirm', ...body }),
    ),
    bind(appointmentRoutes.readAppointment, async ({ params, principal }) => {
      await appointmentAccess.assertVisible(principal)(await appointments.get(systemScope, params.appointmentId));
      return {
        appointment: await appointments.present(params.appointmentId),
        deliveries: await notifications.listDeliveries(systemScope, params.appointmentId),
      };
    }),
    bind(appointmentRoutes.moveAppointment, ({ params, body, ...request }) =>
      change(request, params.appointmentId, { kind: 'move', ...body }),
    ),
    bind(appointmentRoutes.cancelAppointment, ({ params, body, ...request }) =>
      change(request, params.appointmentId, {
        kind: 'cancel',
        version: body.version,
        reason: request.principal.post === 'clerk' ? 'contact-point' : 'institution',
      }),
    ),
    bind(appointmentRoutes.bookSeries, async ({ body, principal, ...request }) => {
      await appointmentAccess.assertMayBook(principal, body);
      const { timeZone } = body.contactPointId
        ? await contactPoints.get(systemScope, body.contactPointId)
        : { timeZone: usualTimeZone };
      const starts = seriesStarts(body.startsAt, body.weeks, timeZone);
      const { seriesId, booked } = await appointments.bookSeries(body, starts, atDesk(principal));
      await recorded({ principal, ...request }, 'appointment.book-series', 'series', seriesId);
      return { seriesId, appointments: await appointments.presentAll(booked.map(({ id }) => id)) };
    }),
    bind(appointmentRoutes.listAppointments, async ({ params, query, principal, scope }) => {
      await appointmentAccess.assertAtContactPoint(principal, params.contactPointId);
      const { timeZone } = await contactPoints.get(scope, params.contactPointId);
      const wall = createWallClock(timeZone);
      const from = instantFrom(wall.day(query.day).from);
      const until = instantFrom(wall.day(addDays(query.day, 1)).from);
      return { appointments: await appointments.listAtContactPoint(params.contactPointId, from, until) };
    }),
    bind(appointmentRoutes.listBookableSpecialists, async ({ params }) => {
      const service = await catalogue.getOffered(params.serviceId);
      const staff = await specialists.listOfInstitution(systemScope, service.institution.id);
      return {
        specialists: staff
          .filter((one) => one.skills.has(service.id))
          .map((one) => ({
            id: one.id,
            name: one.name,
            jobTitle: one.jobTitle,
            languages: one.spoken,
          })),
      };
    }),

    bind(appointmentRoutes.holdPublicly, async ({ body }) => {
      const { id } = await appointments.hold({ ...body, specialistId: null }, onTheWeb);
      return appointments.presentOwn(id);
    }),
    bind(appointmentRoutes.confirmPublicly, async ({ body }) => {
      const { id } = await appointments.changeByCode(body.code, { kind: 'confirm', citizen: body.citizen });
      return appointments.presentOwn(id);
    }),
    bind(appointmentRoutes.findPublicly, async ({ body }) =>
      appointments.presentOwn((await appointments.findByCode(body.code)).id),
    ),
    bind(appointmentRoutes.movePublicly, async ({ body }) => {
      const { id } = await appointments.changeByCode(body.code, { kind: 'move', ...body });
      return appointments.presentOwn(id);
    }),
    bind(appointmentRoutes.cancelPublicly, async ({ body }) => {
      const { id } = await appointments.changeByCode(body.code, { kind: 'cancel' });
      return appointments.presentOwn(id);
    }),

    bind(appointmentRoutes.holdAtKiosk, async ({ body, principal }) => {
      const { contactPointId, organisationId } = principal;
      const by: Booker = { through: 'kiosk', accountId: null, organisationId };
      const { id } = await appointments.hold({ ...body, contactPointId, specialistId: null }, by);
      return appointments.presentOwn(id);
    }),
  ];
}
