import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on standard output. No names, tickets or media parameters are ever given to it. */
export const createLogger = (level: string, nodeId: string): Logger =>
  pino({ level, base: { service: 'sfu-server', nodeId }, timestamp: pino.stdTimeFunctions.isoTime });
