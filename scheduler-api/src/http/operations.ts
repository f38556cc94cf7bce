import { timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type Request, Router } from 'express';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { sha256 } from './digest.ts';
import type { Metrics } from './metrics.ts';

type Options = { db: Database; metrics: Metrics; config: Pick<Config, 'metricsToken' | 'trustProxy'> };

/** What those who run the server ask of it: does it live, can it serve, how is it doing. */
export function operations({ db, metrics, config }: Options): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  // Migrations are done before the server listens: that the database answers is all that is left to ask.
  router.get('/health/ready', async (_request, response) => {
    try {
      await db.ping();
    } catch (cause) {
      throw new ProblemError('unavailable', undefined, { cause });
    }
    response.json({ status: 'ready' });
  });
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, config)) throw new ProblemError('not-found');
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

function mayRead(request: Request, { metricsToken, trustProxy }: Options['config']): boolean {
  if (metricsToken)
    return timingSafeEqual(sha256(request.headers.authorization ?? ''), sha256(`Bearer ${metricsToken}`));
  // A proxy on this machine that nobody told us of would make everyone look local.
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return isLoopback(request.ip ?? '') && (Boolean(trustProxy) || forwarded === undefined);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
