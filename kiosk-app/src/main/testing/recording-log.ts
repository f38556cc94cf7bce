import type { Log, LogFields } from '../log.ts';

interface Line extends LogFields {
  level: string;
  message: string;
}

/** A log that a test can read. */
export const recordingLog = (): { lines: Line[]; log: Log } => {
  const lines: Line[] = [];
  const record = (level: string) => (message: string, fields?: LogFields) => {
    lines.push({ ...fields, level, message });
  };
  return { lines, log: { info: record('info'), warn: record('warn'), error: record('error') } };
};
