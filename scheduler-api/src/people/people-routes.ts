import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { ViewsService } from '../consultations/views-service.ts';
import { bind } from '../http/bind.ts';
import type { Guests } from './guests.ts';
import type { HandOver } from './hand-over.ts';
import type { Invitations } from './invitations.ts';

type Parts = { invitations: Invitations; guests: Guests; handOver: HandOver; views: ViewsService };

export function createPeopleRoutes({ invitations, guests, handOver, views }: Parts) {
  return [
    bind(peopleRoutes.listOnDuty, async ({ params, principal, scope }) => ({
      people: await invitations.listOnDuty(scope, principal, params.consultationId),
    })),
    bind(peopleRoutes.invite, ({ params, body, scope, ...request }) =>
      invitations.invite(scope, request, params.consultationId, body),
    ),
    bind(peopleRoutes.withdrawInvitation, async ({ params, scope, ...request }) => {
      await invitations.withdraw(scope, request, params.invitationId);
      return {};
    }),
    bind(peopleRoutes.answerInvitation, async ({ params, body, scope, ...request }) => ({
      code: await invitations.answer(scope, request, params.invitationId, body.coming),
      view: await views.desk(scope, request.principal.accountId),
    })),
    bind(peopleRoutes.handOver, async ({ params, body, scope, ...request }) => {
      await handOver(scope, request, params.consultationId, body.invitationId);
      return views.desk(scope, request.principal.accountId);
    }),

    bind(peopleRoutes.openInvitation, async ({ body, requestId, sourceIp }) => {
      const { token, consultationId, invitationId } = await guests.open(body.code, { requestId, sourceIp });
      return { token, view: await views.guest(consultationId, invitationId) };
    }),
    bind(peopleRoutes.readGuestView, ({ principal }) => views.guest(principal.consultationId, principal.invitationId)),
    bind(peopleRoutes.leaveAsGuest, async ({ principal }) => {
      await guests.leave(principal);
      return {};
    }),
  ];
}
