import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const personal = [
  'password',
  'passwordHash',
  'notes',
  'name',
  'displayName',
  'username',
  'token',
  'secret',
  'signature',
];

/** Personal data and secrets never reach the log, however deep the object that carries them was put into it. */
const redactedPaths = [
  ...personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
];

/** @param destination for tests; otherwise standard output */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: { service: 'scheduler-api' },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** No more of an error than finds its cause: databases put the refused row's values into further fields. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const cause = error.cause ? { cause: describeError(error.cause) } : {};
  return { type: error.name, message: error.message, stack: error.stack, ...code, ...cause };
}
