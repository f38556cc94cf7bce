import { createAudit } from './audit/audit.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { openDatabase } from './db/database.ts';
import { createMetrics } from './http/metrics.ts';
import { createSessions } from './identity/sessions.ts';
import { createIds } from './ids.ts';
import { createLogger, type Logger } from './logger.ts';
import { createGrants } from './rights/grants.ts';

/** What tests put in place of the real thing. */
export type ContextOverrides = { clock?: Clock; logger?: Logger };

/** Everything that features stand on, made once, here. */
export async function createContext(config: Config, overrides: ContextOverrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const ids = createIds(clock);
  const db = await openDatabase(config.database, logger);
  const grants = createGrants({ db, clock, ids });
  return {
    config,
    logger,
    clock,
    ids,
    db,
    audit: createAudit({ db, clock, ids }),
    metrics: createMetrics(),
    grants,
    sessions: createSessions({ db, clock, config, ids, grants }),
  };
}

export type Context = Awaited<ReturnType<typeof createContext>>;
