import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Context } from '../context.ts';
import { apiDocuments } from './api-documents.ts';
import type { Authentication } from './authentication.ts';
import type { BoundRoute } from './bind.ts';
import { checkComplete } from './check-complete.ts';
import { createCitizensDoor } from './citizens-data.ts';
import { type FrontEnds, frontEnds } from './front-ends.ts';
import type { Idempotency } from './idempotency.ts';
import { jsonBody, readForms, readLargeBodies } from './json-body.ts';
import { mountRoutes } from './mount-routes.ts';
import { operations } from './operations.ts';
import { notFound, problemHandler } from './problem-handler.ts';
import { type PublicDocument, publicDocuments } from './public-documents.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security.ts';

export type HttpOptions = {
  context: Pick<Context, 'config' | 'logger' | 'db' | 'metrics' | 'audit'>;
  authentication: Authentication;
  idempotency: Idempotency;
  /** All routes there should be. */
  contract: Record<string, Route>;
  routes: readonly BoundRoute[];
  documents: readonly PublicDocument[];
  frontEnds: FrontEnds;
};

/** The whole HTTP side. @throws when the contract and the bound routes are not the same set */
export function createHttp({
  context,
  authentication,
  idempotency,
  contract,
  routes,
  documents,
  ...rest
}: HttpOptions): Express {
  const { config, logger, metrics } = context;
  checkComplete(contract, routes);

  const api = express.Router();
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (config.rateLimits) api.use(limitRequests(config.requestsPerMinute));

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestLog(logger), metrics.measure, ...securityHeaders(config));
  app.use(operations(context));
  app.use(apiDocuments(contract, config.publicOrigin));
  app.use('/api', api);
  readLargeBodies(app, contract, authentication);
  readForms(app, contract);
  app.use('/api', ...jsonBody);
  if (config.rateLimits) {
    for (const { method, path, failuresPerMinute, perMinute } of Object.values(contract)) {
      if (perMinute) app[method](path, limitRequests(perMinute));
      if (failuresPerMinute) app[method](path, limitRequests(failuresPerMinute, { onlyFailures: true }));
    }
  }
  mountRoutes(app, routes, { authentication, idempotency, citizens: createCitizensDoor(context), site: config });
  app.use('/api', notFound);
  const limitFailures = (perMinute: number) => limitRequests(perMinute, { onlyFailures: true });
  app.use(publicDocuments(documents, config.rateLimits ? limitFailures : undefined));
  app.use(frontEnds(rest.frontEnds));
  app.use(notFound, problemHandler(logger));
  return app;
}

const limitRequests = (perMinute: number, { onlyFailures = false } = {}) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new ProblemError('too-many-requests', undefined, { retryAfterSeconds: 60 });
    },
  });
