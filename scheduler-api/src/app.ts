import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { routes as contract } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import type { Config } from './config/config.ts';
import { type Context, type ContextOverrides, createContext } from './context.ts';
import type { Feature } from './feature.ts';
import { createFeatures } from './features.ts';
import { createAuthentication } from './http/authentication.ts';
import { createHttp } from './http/create-http.ts';
import type { FrontEnds } from './http/front-ends.ts';
import { createIdempotency } from './http/idempotency.ts';
import { createJobs } from './jobs/jobs.ts';

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const builtFrontEnds: FrontEnds = {
  '/console': built('clerk-console/dist'),
  '/kiosk': built('kiosk-app/dist/renderer'),
  '/booking': built('kiosk-app/dist/booking'),
  '/display': built('kiosk-app/dist/display'),
  '/join': built('kiosk-app/dist/join'),
};

export type Overrides = ContextOverrides & {
  features?: (context: Context) => Feature[];
  contract?: Record<string, Route>;
  frontEnds?: FrontEnds;
  /** `by-hand`: jobs run only when `jobs.tick()` is called. */
  jobs?: 'by-hand';
};

/**
 * Opens the database, puts everything together and listens.
 * @param options.overrides what tests put in place of the real thing
 * @returns the address it listens at, what it is made of, and how to close it
 */
export async function createSchedulerApi({ config, overrides = {} }: { config: Config; overrides?: Overrides }) {
  const context = await createContext(config, overrides);
  const { db, clock, logger } = context;
  const features = (overrides.features ?? createFeatures)(context);
  for (const feature of features) await feature.prepare?.();
  const authentication = createAuthentication(features.flatMap((feature) => feature.authenticators ?? []));
  const idempotency = createIdempotency({ db, clock });
  const jobs = createJobs(
    [
      ...features.flatMap((feature) => feature.jobs ?? []),
      { name: 'forget idempotency keys', everyMs: 600_000, run: idempotency.forgetOld },
    ],
    { clock, logger },
  );

  let closing: Promise<void> | undefined;
  const httpServer = createServer(
    // Connections are kept longer than the minute for which proxies commonly keep theirs, so that it is never this end
    // that closes one while a request is on its way.
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 75_000 },
    createHttp({
      context,
      authentication,
      idempotency,
      contract: overrides.contract ?? contract,
      routes: features.flatMap((feature) => feature.routes ?? []),
      documents: features.flatMap((feature) => feature.documents ?? []),
      frontEnds: overrides.frontEnds ?? builtFrontEnds,
    }),
  );
  // Clients keep their connections open after an answer: once closing, those would be waited for.
  httpServer.on('request', (_request, response) => {
    response.once('close', () => closing && setImmediate(() => httpServer.closeIdleConnections()));
  });
  const live = features.flatMap((feature) => feature.live?.({ httpServer, authentication }) ?? []);

  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(config.port, config.host, resolve);
  });
  if (overrides.jobs !== 'by-hand') jobs.start();

  const close = async () => {
    const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
    // A request that takes longer than this is cut off.
    const cut = setTimeout(() => httpServer.closeAllConnections(), 3_000);
    await jobs.stop();
    await Promise.all(live.map((one) => one.close()));
    await closed;
    clearTimeout(cut);
    await db.close();
  };

  return {
    url: addressOf(httpServer.address(), config.host),
    context,
    jobs,
    /** Takes no more requests, finishes those under way, closes sockets and the database. Calling again changes nothing. */
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  if (address === null || typeof address === 'string') throw new Error('The server listens at no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
