import { clientRoutes } from '@remote-clerk/shared/contracts/http/clients.ts';
import { actorOf, type StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { ClientTokens } from './client-tokens.ts';
import type { ClientsService } from './clients-service.ts';

type Parts = Pick<Context, 'audit'> & { clients: ClientsService; tokens: ClientTokens };

export function createClientRoutes({ audit, clients, tokens }: Parts) {
  const recorded = (request: StaffRequest, action: string, id: string) =>
    audit.recordStaff(request, action, { kind: 'client', id });

  return [
    bind(clientRoutes.listClients, async ({ scope }) => ({ clients: await clients.list(scope) })),
    bind(clientRoutes.createClient, async ({ body, ...request }) => {
      const created = await clients.create(request.scope, body);
      await recorded(request, 'client.create', created.client.id);
      return created;
    }),
    bind(clientRoutes.renewClientSecret, async ({ params, ...request }) => {
      const renewed = await clients.renewSecret(request.scope, params.clientId);
      await recorded(request, 'client.renew-secret', params.clientId);
      return renewed;
    }),
    bind(clientRoutes.disableClient, async ({ params, ...request }) => {
      const disabled = await clients.disable(request.scope, params.clientId);
      await recorded(request, 'client.disable', params.clientId);
      return disabled;
    }),

    bind(clientRoutes.issueClientToken, async ({ body, requestId, sourceIp }) => {
      const { token, seconds } = await tokens.issue(body.client_id, body.client_secret, { requestId, sourceIp });
      return { access_token: token, token_type: 'Bearer' as const, expires_in: seconds };
    }),
    bind(clientRoutes.introspectToken, ({ body, principal }) => tokens.introspect(body.token, principal)),
    bind(clientRoutes.queryRights, async ({ body, principal, scope, requestId, sourceIp }) => {
      const answer = await clients.queryRights(scope, body.person);
      await audit.record({
        organisationId: principal.organisationId,
        actor: actorOf(principal),
        action: 'right.query',
        subject: { kind: 'account', id: answer.person.id },
        requestId,
        sourceIp,
      });
      return answer;
    }),
  ];
}
