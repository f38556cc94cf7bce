import { ProblemError } from '../../domain/problems.ts';
import { fromProblem, Problem } from '../problem.ts';
import type { Route, RouteInput, RouteReply } from './route.ts';

export type ApiClientOptions = {
  /** Origin of the scheduler-api; empty in a page that it serves. */
  baseUrl: string;
  /** Sent with every request, e.g. a kiosk's `Authorization`; asked for anew each time. */
  headers?: () => Record<string, string>;
  credentials?: NonNullable<RequestInit['credentials']>;
  fetch?: typeof globalThis.fetch;
};

type Sending = { signal?: AbortSignal };
/** Needed where the route is idempotent: the same key for every try of the same thing. */
type Key<R extends Route> = R extends { idempotent: true } ? { idempotencyKey: string } : { idempotencyKey?: never };
export type CallInput<R extends Route> = RouteInput<R> & Key<R> & Sending;
type AnyInput = Sending & { params?: object; query?: object; body?: object; idempotencyKey?: string };

/** Nothing to give may be left out. */
type Arguments<R extends Route> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

export type ApiClient = ReturnType<typeof createApiClient>;

/** Calls the scheduler-api's routes, typed by the contract, in a browser or in Node. */
export function createApiClient({
  baseUrl,
  headers,
  credentials = 'same-origin',
  fetch = globalThis.fetch,
}: ApiClientOptions) {
  async function send(route: Route, input: AnyInput): Promise<Response> {
    try {
      return await fetch(baseUrl + pathOf(route, input), {
        method: route.method.toUpperCase(),
        credentials,
        headers: {
          accept: 'application/json, application/problem+json',
          ...(input.body && { 'content-type': 'application/json' }),
          ...(input.idempotencyKey && { 'idempotency-key': input.idempotencyKey }),
          ...headers?.(),
        },
        ...(input.body && { body: JSON.stringify(input.body) }),
        ...(input.signal && { signal: input.signal }),
      });
    } catch (cause) {
      if (input.signal?.aborted) throw cause;
      throw new ProblemError('unavailable', undefined, { cause });
    }
  }

  return {
    /**
     * @returns the reply, parsed
     * @throws ProblemError the server's refusal; `unavailable` when it cannot be reached or answers what it never would;
     * the signal's reason when it was aborted
     */
    async call<R extends Route>(route: R, ...[input]: Arguments<R>): Promise<RouteReply<R>> {
      const response = await send(route, input ?? {});
      const content: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
      if (!response.ok) throw refusal(content);
      const reply: R['reply'] = route.reply;
      const parsed = reply.safeParse(content);
      if (!parsed.success) throw new ProblemError('unavailable', undefined, { cause: parsed.error });
      return parsed.data;
    },
  };
}

function pathOf(route: Route, { params = {}, query = {} }: AnyInput): string {
  const given = new Map<string, unknown>(Object.entries(params));
  const path = route.path.replaceAll(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(given.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** A proxy in between may answer in a form of its own. */
function refusal(content: unknown): ProblemError {
  const problem = Problem.safeParse(content);
  return problem.success ? fromProblem(problem.data) : new ProblemError('unavailable');
}
