import { existsSync } from 'node:fs';
import { createSchedulerApi } from './app.ts';
import { ConfigError, readConfig } from './config/read-config.ts';
import { createLogger } from './logger.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

function configOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.lines) console.error(line);
    // EX_CONFIG of sysexits.h: a supervisor need not try again.
    return process.exit(78);
  }
}

const config = configOrExit();
const logger = createLogger(config.logLevel);
process.on('uncaughtExceptionMonitor', (err) => logger.fatal({ err }, 'stopping for an error that nothing caught'));
const api = await createSchedulerApi({ config, overrides: { logger } });
logger.info({ url: api.url, publicOrigin: config.publicOrigin, database: config.database.engine }, 'listening');

async function stop(signal: NodeJS.Signals): Promise<void> {
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), 5_000).unref();
  await api.close();
  logger.info('stopped');
}
process.once('SIGINT', stop).once('SIGTERM', stop);
