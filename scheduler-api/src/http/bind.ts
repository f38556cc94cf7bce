import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import type { z } from 'zod';
import type { PrincipalWith, ScopeOf } from './principal.ts';

type Parsed<Schema> = Schema extends z.ZodObject ? z.output<Schema> : undefined;

/** How a handler answers beside its reply. */
export type Responder = {
  /** httpOnly, SameSite=Strict, Secure and `__Host-` where the site is https. `null` takes it away. */
  setCookie(name: string, value: string | null, maxAgeMs?: number): void;
};

/** What a handler gets: all of it parsed, and the principal allowed what the route asks for. */
export type RouteRequest<R extends Route> = Responder & {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
  principal: PrincipalWith<R['permission']>;
  scope: ScopeOf<PrincipalWith<R['permission']>>;
  requestId: string;
  sourceIp: string;
  userAgent: string | undefined;
  cookie(name: string): string | undefined;
};

export type Handler<R extends Route> = (request: RouteRequest<R>) => Promise<z.input<R['reply']>> | z.input<R['reply']>;

/** A request as the wire's checks leave it; `bind` gives it its types. */
export type CheckedRequest = Responder & {
  params: unknown;
  query: unknown;
  body: unknown;
  principal: unknown;
  scope: unknown;
  requestId: string;
  sourceIp: string;
  userAgent: string | undefined;
  cookie(name: string): string | undefined;
};

export type BoundRoute = { route: Route; handle(request: CheckedRequest): unknown };

/**
 * Puts a handler to a route of the contract. The handler's request has the types of the route's schemas and permission,
 * which `mountRoutes` has checked before it calls it. What it throws is answered as a problem.
 */
export function bind<const R extends Route>(route: R, handler: Handler<R>): BoundRoute;
export function bind(route: Route, handle: (request: never) => unknown): BoundRoute {
  return { route, handle };
}
