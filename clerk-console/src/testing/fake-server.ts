import type { Route, RouteInput, RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

type Answer<R extends Route> = (input: RouteInput<R>) => RouteReply<R> | Promise<RouteReply<R>>;
type Handler = { readonly route: Route; readonly answer: (input: never) => unknown };

/** Stands where the scheduler-api would: answers the contract's routes as a test tells it to. */
export class FakeServer {
  readonly #handlers = new Map<Route, Handler>();
  /** Every request in order, e.g. `post /api/v1/sessions`. */
  readonly requests: string[] = [];
  isAway = false;

  on<R extends Route>(route: R, answer: Answer<R>): this {
    this.#handlers.set(route, { route, answer });
    return this;
  }

  readonly fetch = async (address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(address), 'http://server.test');
    const method = (init.method ?? 'GET').toLowerCase();
    this.requests.push(`${method} ${pathname}`);
    if (this.isAway) throw new TypeError('Failed to fetch');
    try {
      for (const { route, answer } of this.#handlers.values()) {
        const params = route.method === method && paramsOf(route.path, pathname);
        if (!params) continue;
        const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
        const query = Object.fromEntries(searchParams);
        const reply = await call(answer, { params, query, body });
        return route.status === 204
          ? new Response(null, { status: 204 })
          : Response.json(reply, { status: route.status });
      }
      throw new ProblemError('not-found', `Nothing answers ${method} ${pathname}`);
    } catch (error) {
      const problem = toProblem(error);
      return Response.json(problem, { status: problem.status });
    }
  };
}

const call = (answer: Handler['answer'], input: unknown): unknown => Reflect.apply(answer, undefined, [input]);

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}
