import { identityAdministrationRoutes as routes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { bind } from '../../http/bind.ts';
import type { DirectoriesService } from './directories-service.ts';

export const directoriesRoutes = (directories: DirectoriesService) => [
  bind(routes.listDirectories, async ({ scope }) => ({ directories: await directories.list(scope) })),
  bind(routes.createDirectory, ({ scope, body, ...request }) => directories.create(scope, request, body)),
  bind(routes.changeDirectory, ({ scope, body, params, ...request }) =>
    directories.change(scope, request, params.directoryId, body),
  ),
  bind(routes.orderDirectories, async ({ scope, body, ...request }) => ({
    directories: await directories.order(scope, request, body.directoryIds),
  })),
  bind(routes.tryDirectory, ({ scope, body, ...request }) => directories.try(scope, request, body)),
  bind(routes.synchroniseDirectory, ({ scope, params, ...request }) =>
    directories.synchronise(scope, request, params.directoryId),
  ),
];
