import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Log, reasonOf } from '../log.ts';
import { type Settings, type SettingsStore, settingsSchema } from './settings.ts';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const read = (file: string, log: Log): Settings => {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) {
      // A kiosk that starts and asks to be enrolled again is worth more than one that does not start.
      renameSync(file, `${file}.unreadable`);
      log.error('settings could not be read and were put aside', { reason: reasonOf(error) });
    }
    return settingsSchema.parse({});
  }
};

/** Replaces the file in one step: after a power cut there is the old one or the new one, never half of each. */
const replace = (file: string, settings: Settings): void => {
  const next = `${file}.next`;
  const descriptor = openSync(next, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(settings, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(next, file);
};

/** `settings.json` in `folder`, readable by this account alone. */
export const openSettingsFile = (folder: string, log: Log): SettingsStore => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'settings.json');
  let settings = read(file, log);
  return {
    current: () => settings,
    update(change) {
      const next = { ...settings, ...change };
      replace(file, next);
      settings = next;
    },
  };
};
