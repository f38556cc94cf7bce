import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import { createClientTokens } from './client-tokens.ts';
import { createClientsRepository } from './clients-repository.ts';
import { createClientRoutes } from './clients-routes.ts';
import { createClientsService } from './clients-service.ts';
import { createPushes } from './pushes.ts';

/** Rights for other systems: they ask with a token of their own, and are told of changes. */
export function createClientsFeature(context: Context): Feature {
  const repository = createClientsRepository(context.db);
  const tokens = createClientTokens({ ...context, repository });
  const clients = createClientsService({ ...context, repository, tokens });
  const pushes = createPushes(context);
  return {
    authenticators: [{ credential: 'bearer', authenticate: tokens.authenticate }],
    routes: createClientRoutes({ ...context, clients, tokens }),
    jobs: [
      { name: 'tell other systems of changed rights', everyMs: 2_000, run: pushes.run },
      { name: 'forget tokens of other systems', everyMs: 600_000, run: tokens.forgetExpired },
    ],
  };
}
