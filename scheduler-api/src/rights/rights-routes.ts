import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { bind } from '../http/bind.ts';
import type { RightsProcess } from './rights-process.ts';

export const createRightsRoutes = ({
  service,
  asking,
  requests,
  decisions,
  roles,
  reviews,
  notices,
  counts,
}: RightsProcess) => [
  bind(rightsRoutes.readOwnRights, ({ principal }) => service.own(principal)),
  bind(rightsRoutes.readRightsCounts, ({ principal }) => counts(principal)),
  bind(rightsRoutes.listRightsChoices, ({ principal }) => asking.choices(principal)),
  bind(rightsRoutes.findColleagues, async ({ principal, query }) => ({
    people: await asking.findPeople(principal, query),
  })),
  bind(rightsRoutes.askForRight, ({ body, ...request }) => asking.ask(request, body)),
  bind(rightsRoutes.askForDelegation, ({ body, ...request }) => asking.askForDelegation(request, body)),
  bind(rightsRoutes.readRightRequest, ({ principal, params }) => requests.read(principal, params.requestId)),
  bind(rightsRoutes.takeBackRightRequest, ({ params, ...request }) => requests.takeBack(request, params.requestId)),

  bind(rightsRoutes.listRightRequests, ({ scope, principal, query }) => requests.list(scope, principal, query)),
  bind(rightsRoutes.approveRightRequest, ({ params, ...request }) =>
    decisions.approve(request.scope, request, params.requestId),
  ),
  bind(rightsRoutes.refuseRightRequest, ({ params, body, ...request }) =>
    decisions.refuse(request.scope, request, params.requestId, body.reason),
  ),
  bind(rightsRoutes.listRights, ({ scope, principal, query }) => service.list(scope, principal, query)),
  bind(rightsRoutes.withdrawRight, ({ params, body, ...request }) =>
    service.withdraw(request.scope, request, params.rightId, body.reason),
  ),
  bind(rightsRoutes.readRightsHistory, ({ scope, params, query }) => service.history(scope, params.accountId, query)),

  bind(rightsRoutes.listRoles, ({ scope, principal }) => roles.list(scope, principal)),
  bind(rightsRoutes.createRole, ({ body, ...request }) => roles.create(request.scope, request, body)),
  bind(rightsRoutes.changeRole, ({ params, body, ...request }) =>
    roles.change(request.scope, request, params.roleId, body),
  ),
  bind(rightsRoutes.retireRole, ({ params, ...request }) => roles.retire(request.scope, request, params.roleId)),

  bind(rightsRoutes.listRightsReviews, ({ scope, query }) => reviews.list(scope, query)),
  bind(rightsRoutes.openRightsReview, ({ body, ...request }) => reviews.open(request.scope, request, body)),
  bind(rightsRoutes.readRightsReview, ({ scope, principal, params, query }) =>
    reviews.read(scope, principal, params.reviewId, query),
  ),
  bind(rightsRoutes.confirmReviewedRight, ({ params, ...request }) =>
    reviews.confirm(request.scope, request, params.reviewId, params.itemId),
  ),
  bind(rightsRoutes.withdrawReviewedRight, ({ params, body, ...request }) =>
    reviews.withdraw(request.scope, request, params.reviewId, params.itemId, body.reason),
  ),

  bind(rightsRoutes.readRightsSettings, async ({ scope }) => ({
    absenceDays: await notices.absenceDays(scope.organisationId),
  })),
  bind(rightsRoutes.changeRightsSettings, async ({ body, ...request }) => {
    await notices.changeAbsenceDays(request, request.scope.organisationId, body.absenceDays);
    return body;
  }),
];
