import { problemName, toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { asUnavailable } from '../db/unavailable.ts';
import type { Logger } from '../logger.ts';
import { requestIdOf } from './request-log.ts';

export const notFound: RequestHandler = () => {
  throw new ProblemError('not-found');
};

/** What express and its body parser call the refusals that they give themselves. */
const ParserError = z.object({ type: z.string().optional(), status: z.number() });
const byParserType: Record<string, ProblemType> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'too-large',
  'encoding.unsupported': 'unsupported-media-type',
  'charset.unsupported': 'unsupported-media-type',
};

function asProblemError(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const parsed = ParserError.safeParse(error);
  if (!parsed.success || parsed.data.status >= 500) return asUnavailable(error);
  return new ProblemError(byParserType[parsed.data.type ?? ''] ?? 'invalid-request');
}

/** The one place where what was thrown becomes a problem+json answer. */
export const problemHandler =
  (logger: Logger): ErrorRequestHandler =>
  (thrown, request, response, _next) => {
    const error = asProblemError(thrown);
    const requestId = requestIdOf(request);
    const problem = toProblem(error, requestId);
    const { route, principal } = response.locals;
    if (problem.status === 500 || (error !== thrown && problem.status === 503))
      logger.error({ err: thrown, requestId, route, principal }, 'request failed');
    else logger.info({ problem: problemName(problem), requestId, route, principal }, 'request refused');
    if (response.headersSent) return void response.destroy();
    // What a handler has set before it failed must not go out with the failure.
    response.removeHeader('Set-Cookie');
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (problem.retryAfterSeconds) response.setHeader('Retry-After', problem.retryAfterSeconds);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
