import { setLogEventListeners } from 'mediasoup';
import type { Logger } from '../telemetry/logger.ts';

/** What mediasoup itself complains of goes to our log. Its listeners are the process's: the latest logger gets it all. */
export function logEngineTo(logger: Logger): void {
  setLogEventListeners({
    onwarn: (source, text) => logger.warn({ source }, text),
    onerror: (source, text, error) => logger.error({ source, err: error }, text),
  });
}
