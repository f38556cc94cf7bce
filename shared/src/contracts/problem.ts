import { z } from 'zod';
import { ProblemError, type ProblemType, problemTypes } from '../domain/problems.ts';
import { Instant } from '../domain/time.ts';

const names = Object.keys(problemTypes);
const isProblemType = (name: string): name is ProblemType => names.includes(name);

/** Problem types are names in this project's own space; a reader can look them up in the API's documentation. */
export const problemTypePrefix = 'urn:remote-clerk:problem:';

/** RFC 9457 problem details, over HTTP (`application/problem+json`) and in socket acknowledgements alike. */
export const Problem = z
  .object({
    type: z.string().startsWith(problemTypePrefix),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().optional(),
    /** What the operator's log carries too. */
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    retryAfterSeconds: z.int().positive().optional(),
    /** Starts that are free, where the one asked for is not. */
    alternatives: z.array(Instant).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export function problemName(problem: Pick<Problem, 'type'>): ProblemType {
  const name = problem.type.slice(problemTypePrefix.length);
  return isProblemType(name) ? name : 'internal';
}

/** A thrown error as its reader may see it: of anything but a ProblemError nothing but `internal`. */
export function toProblem(error: unknown, requestId?: string): Problem {
  const known = error instanceof ProblemError ? error : new ProblemError('internal');
  const { status, title } = problemTypes[known.type];
  return {
    type: `${problemTypePrefix}${known.type}`,
    title,
    status,
    ...(known.message !== title && { detail: known.message }),
    ...(requestId && { requestId }),
    ...(known.fields.length > 0 && { errors: known.fields }),
    ...(known.retryAfterSeconds && { retryAfterSeconds: known.retryAfterSeconds }),
    ...(known.alternatives.length > 0 && { alternatives: known.alternatives }),
  };
}

export function fromProblem(problem: Problem): ProblemError {
  return new ProblemError(problemName(problem), problem.detail ?? problem.title, {
    ...(problem.errors && { fields: problem.errors }),
    ...(problem.retryAfterSeconds && { retryAfterSeconds: problem.retryAfterSeconds }),
    ...(problem.alternatives && { alternatives: problem.alternatives }),
  });
}

/** More than a person reads: a long list of wrong things must not be answered with one many times as long. */
const mostFields = 50;

/** All wrong fields at once, up to fifty, each with a JSON pointer. @param where the part of the request, e.g. `/body` */
export function invalidRequest(error: z.ZodError, where = ''): ProblemError {
  const fields = error.issues.slice(0, mostFields).map((issue) => ({
    pointer: [where, ...issue.path.map(String)].join('/'),
    detail: issue.message,
  }));
  return new ProblemError('invalid-request', undefined, { fields });
}
