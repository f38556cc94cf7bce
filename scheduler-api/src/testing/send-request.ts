import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import { expect } from 'vitest';
import type { Given } from './route-examples.ts';
import type { TestClient } from './test-client.ts';

export type Answer = { status: number; text: string; problem: string | undefined; errors: string[] };
type Sent = Given & { idempotencyKey?: string };

/** Traces of what is inside: code, database, files. */
const insides =
  /node_modules|\.ts:\d|at \w+ \(|file:\/\/|sqlite|knex|postgres|constraint|violates|syntax error|select |insert into|zoderror/i;

/** Sends what the contract may or may not allow, and checks of any refusal that it is a problem that tells nothing of the inside. */
export async function sendRequest(client: TestClient, route: Route, given: Sent, init: RequestInit = {}) {
  const path = route.path.replaceAll(/:(\w+)/g, (_match, name: string) => given.params?.[name] ?? '');
  const search = given.query ? `?${new URLSearchParams(given.query)}` : '';
  const headers = {
    ...(given.body && { 'content-type': 'application/json' }),
    ...(given.cookies && {
      cookie: Object.entries(given.cookies)
        .map((pair) => pair.join('='))
        .join('; '),
    }),
    ...(route.idempotent && { 'idempotency-key': given.idempotencyKey ?? crypto.randomUUID() }),
  };
  const response = await client.raw(`${path}${search}`, {
    method: route.method.toUpperCase(),
    headers,
    ...(given.body && { body: JSON.stringify(given.body) }),
    ...init,
  });
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<Answer> {
  const { status } = response;
  const text = await response.text();
  if (status < 400) return { status, text, problem: undefined, errors: [] };
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(text).not.toMatch(insides);
  const problem = Problem.strict().parse(JSON.parse(text));
  expect(problem.status).toBe(status);
  return { status, text, problem: problemName(problem), errors: problem.errors?.map((error) => error.pointer) ?? [] };
}

export function expectNoInsides(answer: unknown): void {
  expect(JSON.stringify(answer)).not.toMatch(insides);
}
