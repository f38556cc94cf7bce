import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AppointmentId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Proposals } from '../appointments/proposals.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import { type CalendarViews, describeDays } from './calendar-views.ts';
import type { ScheduleChanges } from './schedule-changes.ts';
import type { SchedulesService } from './schedules-service.ts';

type Parts = Pick<Context, 'audit'> & {
  schedules: SchedulesService;
  scheduleChanges: ScheduleChanges;
  calendarViews: CalendarViews;
  appointments: AppointmentsService;
  proposals: Proposals;
  specialists: SpecialistsService;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
};

export function createScheduleRoutes(parts: Parts) {
  const { audit, schedules, scheduleChanges, calendarViews, appointments, proposals, specialists, catalogue } = parts;
  const { contactPoints } = parts;

  const recorded = (request: StaffRequest, action: string, kind: string, id: string) =>
    audit.recordStaff(request, action, { kind, id });
  const presented = (ids: readonly AppointmentId[]) => appointments.presentAll(ids);

  return [
    bind(scheduleRoutes.readOwnCalendar, async ({ query, principal, scope }) => {
      const [calendar] = await calendarViews.calendarsOf(
        scope,
        [await specialists.get(scope, principal.accountId)],
        query,
      );
      if (!calendar) throw new ProblemError('not-found');
      return { days: describeDays(query), calendar };
    }),
    bind(scheduleRoutes.readInstitutionCalendar, async ({ params, query, scope }) => {
      await scheduleChanges.assertInstitution(scope, params.institutionId);
      const staff = await specialists.listOfInstitution(scope, params.institutionId);
      return {
        days: describeDays(query),
        closures: (await schedules.listClosures(scope, [params.institutionId])).map(withoutInstitution),
        calendars: await calendarViews.calendarsOf(scope, staff, query),
      };
    }),
    bind(scheduleRoutes.readSchedule, ({ params, scope }) => scheduleChanges.read(scope, params.specialistId)),
    bind(scheduleRoutes.previewSchedules, async ({ body, scope }) => {
      const { orphans, ...preview } = await scheduleChanges.preview(scope, body.specialistIds, body.change);
      return { ...preview, orphans: await presented(orphans) };
    }),
    bind(scheduleRoutes.changeSchedules, async ({ body, scope, ...request }) => {
      const { accountId } = request.principal;
      const done = await scheduleChanges.change(scope, accountId, body.specialists, body.change, body.orphans);
      for (const { specialistId } of body.specialists)
        await recorded(request, `schedule.${body.change.kind}`, 'specialist', specialistId);
      return { ...done, orphans: await presented(done.orphans) };
    }),
    bind(scheduleRoutes.listOrphans, async ({ params, scope }) => {
      const orphans = await scheduleChanges.listOrphans(scope, params.institutionId);
      const shown = await presented(orphans.map(({ id }) => id));
      const proposed = [];
      for (const appointment of shown) {
        const stored = orphans.find(({ id }) => id === appointment.id);
        proposed.push({ appointment, proposals: stored ? await proposals.forAppointment(stored) : [] });
      }
      return { orphans: proposed };
    }),
    bind(scheduleRoutes.createClosure, async ({ params, body, scope, ...request }) => {
      const { orphans: policy, ...closure } = body;
      const done = await scheduleChanges.close(scope, params.institutionId, closure, policy);
      await recorded(request, 'closure.create', 'closure', done.closure.id);
      return { closure: withoutInstitution(done.closure), orphans: await presented(done.orphans) };
    }),
    bind(scheduleRoutes.deleteClosure, async ({ params, scope, ...request }) => {
      await scheduleChanges.reopen(scope, params.closureId);
      await recorded(request, 'closure.delete', 'closure', params.closureId);
      return {};
    }),
    bind(scheduleRoutes.readOpeningHours, async ({ params, scope }) => {
      const { openingHours, openingVersion } = await contactPoints.get(scope, params.contactPointId);
      return { version: openingVersion, openingHours };
    }),
    bind(scheduleRoutes.setOpeningHours, async ({ params, body, scope, ...request }) => {
      const set = await contactPoints.setOpeningHours(scope, params.contactPointId, body.version, body.openingHours);
      await recorded(request, 'contact-point.set-opening-hours', 'contact-point', params.contactPointId);
      return set;
    }),
    bind(scheduleRoutes.setBookingTerms, async ({ params, body, scope, ...request }) => {
      const { institution, ...service } = await catalogue.setTerms(scope, params.serviceId, body);
      await recorded(request, 'public-service.set-booking-terms', 'public-service', params.serviceId);
      return { ...service, institutionId: institution.id };
    }),
  ];
}

const withoutInstitution = <C extends { institutionId: InstitutionId }>({ institutionId: _id, ...closure }: C) =>
  closure;
