import { calendarRoutes } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { actorOf } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { CalendarsService } from './calendars-service.ts';
import type { FeedsService } from './feeds-service.ts';

type Parts = Pick<Context, 'audit'> & { calendars: CalendarsService; feeds: FeedsService };

export function createCalendarRoutes({ audit, calendars, feeds }: Parts) {
  const record = (
    { principal, requestId }: { principal: StaffPrincipal; requestId: string },
    action: string,
    id: string,
  ): Promise<void> =>
    audit.record({
      organisationId: principal.organisationId,
      actor: actorOf(principal),
      action,
      subject: { kind: 'calendar', id },
      requestId,
    });

  return [
    bind(calendarRoutes.listExternalCalendars, async ({ principal, scope }) => ({
      calendars: await calendars.list(scope, principal.accountId),
    })),
    bind(calendarRoutes.connectExternalCalendar, async ({ body, scope, ...request }) => {
      const calendar = await calendars.connect(scope, request.principal.accountId, body);
      await record(request, 'calendar.connect', calendar.id);
      return calendar;
    }),
    bind(calendarRoutes.disconnectExternalCalendar, async ({ params, scope, ...request }) => {
      await calendars.disconnect(scope, request.principal.accountId, params.calendarId);
      await record(request, 'calendar.disconnect', params.calendarId);
      return {};
    }),
    bind(calendarRoutes.createCalendarFeed, async ({ scope, ...request }) => {
      const { accountId } = request.principal;
      const address = await feeds.create(scope, accountId);
      await record(request, 'calendar.feed', accountId);
      return { address };
    }),
  ];
}
