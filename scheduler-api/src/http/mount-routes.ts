import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Request, Response, Router } from 'express';
import type { Authentication } from './authentication.ts';
import type { BoundRoute } from './bind.ts';
import { checkPermission } from './check-permission.ts';
import type { CitizensDoor } from './citizens-data.ts';
import { cookieName, readCookies, writeCookie } from './cookies.ts';
import { isSameSite } from './cross-site.ts';
import type { Idempotency } from './idempotency.ts';
import { parseRequest } from './parse-request.ts';
import { principalKey, scopeOf } from './principal.ts';
import { requestIdOf } from './request-log.ts';

type Site = { publicOrigin: string; https: boolean };
export type MountOptions = {
  authentication: Authentication;
  idempotency: Idempotency;
  citizens: CitizensDoor;
  site: Site;
};

/** Mounts every bound route with the checks that all of them share, and refuses other methods at their paths. */
export function mountRoutes(router: Router, bound: readonly BoundRoute[], options: MountOptions): void {
  for (const one of bound) router[one.route.method](one.route.path, answer(one, options));
  for (const path of new Set(bound.map(({ route }) => route.path))) {
    const allowed = bound.filter(({ route }) => route.path === path).map(({ route }) => route.method.toUpperCase());
    router.all(path, (_request, response) => {
      response.setHeader('Allow', allowed.join(', '));
      throw new ProblemError('method-not-allowed');
    });
  }
}

const answer =
  (bound: BoundRoute, { authentication, idempotency, citizens, site }: MountOptions) =>
  async (request: Request, response: Response): Promise<void> => {
    const { route } = bound;
    response.locals.route = route.path;
    checkOrigin(request, site);
    const principal = await authentication.fromHeaders(request.headers);
    response.locals.principal = principalKey(principal);
    const scope = scopeOf(principal, route.permission);
    const requestId = requestIdOf(request);
    const sourceIp = request.ip ?? '';
    try {
      checkPermission(route, principal);
    } catch (error) {
      const nothing = { params: undefined, query: undefined, body: undefined };
      await citizens.refused({ route, principal, scope: undefined, request: nothing, requestId, sourceIp });
      throw error;
    }
    const parsed = parseRequest(route, request);

    const answered = async () =>
      route.reply.parse(
        await bound.handle({
          ...parsed,
          principal,
          scope,
          requestId,
          sourceIp,
          userAgent: request.headers['user-agent'],
          cookie: (name) => readCookies(request.headers.cookie)[cookieName(name, site.https)],
          setCookie: (name, value, maxAgeMs) =>
            response.append('Set-Cookie', writeCookie(name, value, { https: site.https, maxAgeMs })),
        }),
      );

    const handle = () => citizens.through({ route, principal, scope, request: parsed, requestId, sourceIp }, answered);
    const reply = route.idempotent
      ? await idempotency.once({ key: request.headers['idempotency-key'], principal, route, request: parsed }, handle)
      : await handle();
    if (route.status === 204) response.status(204).end();
    else response.status(route.status).json(reply);
  };

function checkOrigin(request: Request, site: Site): void {
  const changesNothing = request.method === 'GET' || request.method === 'HEAD';
  if (changesNothing || request.headers.authorization !== undefined) return;
  if (!isSameSite(request.headers, site.publicOrigin)) throw new ProblemError('cross-site');
}
