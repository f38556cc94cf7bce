import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Ids, counts and reasons only: never what a citizen said, typed or is called, and never a page's query. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const MAX_BYTES = 5_000_000;

/** JSON lines in `kiosk.log`; the file before it is kept as `kiosk.log.1`, so a kiosk never fills its disk. */
export const openLog = (folder: string, now: () => Date): Log => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'kiosk.log');
  const write = (level: string) => (message: string, fields?: LogFields) => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_BYTES) renameSync(file, `${file}.1`);
    appendFileSync(file, `${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`, {
      mode: 0o600,
    });
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
};

/** What an error may say in the log: its kind and message, without the stack's paths. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
