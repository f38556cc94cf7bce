import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import { actorOf } from '../audit/audit.ts';
import type { ConsultationsService } from '../consultations/consultations-service.ts';
import type { ViewsService } from '../consultations/views-service.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { Displays } from './displays.ts';
import type { QueueService } from './queue-service.ts';
import type { TicketViews } from './ticket-views.ts';
import type { Transfers } from './transfers.ts';

type Parts = Pick<Context, 'audit'> & {
  queue: QueueService;
  transfers: Transfers;
  ticketViews: TicketViews;
  displays: Displays;
  consultations: ConsultationsService;
  appointments: AppointmentsService;
  views: ViewsService;
};

export function createQueueRoutes(parts: Parts) {
  const { audit, queue, transfers, ticketViews, displays, consultations, appointments, views } = parts;
  const shown = async (params: { ticketId: QueueTicketId }, done: Promise<void>) => {
    await done;
    return ticketViews.ticket(params.ticketId);
  };

  return [
    bind(queueRoutes.takeTicket, async ({ body, principal }) =>
      ticketViews.ownTicket((await queue.take(principal, body)).id),
    ),
    bind(queueRoutes.checkInAtKiosk, async ({ body, principal }) => {
      const { arrival, ticket, appointmentId } = await queue.checkInAtKiosk(principal, body.code);
      return {
        arrival,
        appointment: await appointments.presentOwn(appointmentId),
        ticket: await ticketViews.ownTicket(ticket.id),
        canBegin: await ticketViews.canBegin(ticket.id, principal.kioskId),
      };
    }),
    bind(queueRoutes.dismissCall, async ({ params, principal, scope }) => {
      await queue.dismiss(principal, params.ticketId);
      return views.kiosk(scope, principal.kioskId);
    }),

    bind(queueRoutes.issueTicket, async ({ params, body, principal, scope }) => {
      const { id } = await queue.issue(scope, principal.accountId, params.contactPointId, body);
      return ticketViews.ticket(id);
    }),
    bind(queueRoutes.checkIn, async ({ params, principal, scope, requestId, sourceIp }) => {
      const { arrival, ticket } = await queue.checkInByClerk(scope, principal, params.appointmentId);
      await audit.record({
        organisationId: principal.organisationId,
        actor: actorOf(principal),
        action: 'appointment.check-in',
        subject: { kind: 'appointment', id: params.appointmentId },
        requestId,
        sourceIp,
      });
      return {
        arrival,
        appointment: await appointments.present(params.appointmentId),
        ticket: await ticketViews.ticket(ticket.id),
      };
    }),
    bind(queueRoutes.callTicket, ({ params, body, principal, scope }) =>
      shown(params, queue.call(scope, principal.accountId, params.ticketId, body.kioskId)),
    ),
    bind(queueRoutes.putTicketBack, ({ params, principal, scope }) =>
      shown(params, queue.command(scope, principal.accountId, params.ticketId, 'put-back')),
    ),
    bind(queueRoutes.holdTicket, ({ params, principal, scope }) =>
      shown(params, queue.command(scope, principal.accountId, params.ticketId, 'hold')),
    ),
    bind(queueRoutes.resumeTicket, ({ params, principal, scope }) =>
      shown(params, queue.command(scope, principal.accountId, params.ticketId, 'resume')),
    ),
    bind(queueRoutes.missTicket, ({ params, principal, scope }) =>
      shown(params, queue.command(scope, principal.accountId, params.ticketId, 'miss')),
    ),
    bind(queueRoutes.cancelTicket, ({ params, principal, scope }) =>
      shown(params, queue.command(scope, principal.accountId, params.ticketId, 'cancel')),
    ),
    bind(queueRoutes.transferTicket, ({ params, body, principal, scope }) =>
      shown(params, queue.transfer(scope, principal.accountId, params.ticketId, body)),
    ),
    bind(queueRoutes.callBackTicket, ({ params, body, principal, scope }) =>
      shown(params, queue.callBack(scope, principal.accountId, params.ticketId, body)),
    ),
    bind(queueRoutes.listTransferSpecialists, async ({ params, query, principal, scope }) => {
      const { language } = await queue.getServed(scope, principal.accountId, params.ticketId);
      return { specialists: await transfers.listSpecialists(query.serviceId, language) };
    }),

    bind(queueRoutes.transferConsultation, async ({ params, body, principal, scope }) => {
      const { number } = await transfers.transferConsultation(scope, principal, params.consultationId, body);
      return { ticketNumber: number, view: await views.desk(scope, principal.accountId) };
    }),
    bind(queueRoutes.listTransferColleagues, async ({ params, query, principal, scope }) => {
      const { language } = await consultations.getOwn(scope, principal, params.consultationId);
      return { specialists: await transfers.listSpecialists(query.serviceId, language, principal.accountId) };
    }),
    bind(queueRoutes.finishCallBack, async ({ params, principal, scope }) => {
      await queue.finishCallBack(scope, principal.accountId, params.ticketId);
      return views.desk(scope, principal.accountId);
    }),

    bind(queueRoutes.createDisplayLink, async ({ params, principal, scope }) => ({
      address: await displays.createLink(scope, principal.accountId, params.contactPointId),
    })),
    bind(queueRoutes.readDisplay, ({ body }) => displays.read(body.token)),
  ];
}
