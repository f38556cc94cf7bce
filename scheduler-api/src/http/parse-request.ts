import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { invalidRequest } from '@remote-clerk/shared/contracts/problem.ts';
import { type FieldError, ProblemError } from '@remote-clerk/shared/domain/problems.ts';

const parts = ['params', 'query', 'body'] as const;
export type ParsedRequest = Record<(typeof parts)[number], unknown>;

/** Parses every part of a request that the route has a schema for. @throws ProblemError with all wrong fields of all parts */
export function parseRequest(route: Route, request: ParsedRequest): ParsedRequest {
  const parsed: ParsedRequest = { params: undefined, query: undefined, body: undefined };
  const fields: FieldError[] = [];
  for (const part of parts) {
    const result = route[part]?.safeParse(request[part]);
    if (result?.success) parsed[part] = result.data;
    else if (result) fields.push(...invalidRequest(result.error, `/${part}`).fields);
  }
  if (fields.length > 0) throw new ProblemError('invalid-request', undefined, { fields });
  return parsed;
}
