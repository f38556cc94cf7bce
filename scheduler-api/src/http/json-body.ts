import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { json, type RequestHandler, type Router, urlencoded } from 'express';
import type { Authentication } from './authentication.ts';
import { checkPermission } from './check-permission.ts';

/** Greatest body, in bytes. */
const bodyLimit = 64 * 1024;

const formType = 'application/x-www-form-urlencoded';

const onlyJson: RequestHandler = (request, response, next) => {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
  const isKnown = request.is('application/json') || (response.locals.takesForms && request.is(formType));
  if (hasBody && !isKnown) throw new ProblemError('unsupported-media-type');
  next();
};

/** Bodies are JSON, of at most 64 kB, or refused before anything else is looked at. */
export const jsonBody: RequestHandler[] = [onlyJson, json({ limit: bodyLimit, strict: false })];

/** Reads the form-encoded bodies of those routes that take them. To be put before `jsonBody`. */
export function readForms(router: Router, contract: Record<string, Route>): void {
  for (const { form, method, path } of Object.values(contract)) {
    if (!form) continue;
    router[method](
      path,
      (_request, response, next) => {
        response.locals.takesForms = true;
        next();
      },
      urlencoded({ limit: bodyLimit, extended: false, parameterLimit: 50 }),
    );
  }
}

/** Reads the bodies of those routes that need more, for those only who may send one. To be put before `jsonBody`. */
export function readLargeBodies(
  router: Router,
  contract: Record<string, Route>,
  authentication: Pick<Authentication, 'fromHeaders'>,
): void {
  for (const route of Object.values(contract)) {
    if (!route.largestBody) continue;
    router[route.method](
      route.path,
      onlyJson,
      async (request, _response, next) => {
        checkPermission(route, await authentication.fromHeaders(request.headers));
        next();
      },
      json({ limit: route.largestBody, strict: false }),
    );
  }
}
