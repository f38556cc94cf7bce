import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingLog } from '../testing/recording-log.ts';
import { openSettingsFile } from './settings-file.ts';

describe('the settings file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiosk-settings-'));
    file = join(folder, 'settings.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('starts as a kiosk that is not enrolled', () => {
    const { lines, log } = recordingLog();
    expect(openSettingsFile(folder, log).current()).toMatchObject({ kioskId: null, key: null, exitFailures: 0 });
    expect(lines).toEqual([]);
  });

  it('remembers what was set, for this account alone', () => {
    openSettingsFile(folder, recordingLog().log).update({ kioskId: 'kuldiga-1' });
    expect(openSettingsFile(folder, recordingLog().log).current().kioskId).toBe('kuldiga-1');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps what an update does not name', () => {
    const settings = openSettingsFile(folder, recordingLog().log);
    settings.update({ kioskId: 'kuldiga-1' });
    settings.update({ exitFailures: 2 });
    expect(settings.current()).toMatchObject({ kioskId: 'kuldiga-1', exitFailures: 2 });
  });

  it.each(['{ half', '{"kioskId": 7}', '{"serverUrl": "http://elsewhere.example"}'])(
    'is put aside when it holds %s, and the kiosk starts anew',
    (content) => {
      writeFileSync(file, content);
      const { lines, log } = recordingLog();
      expect(openSettingsFile(folder, log).current().kioskId).toBeNull();
      expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(content);
      expect(existsSync(file)).toBe(false);
      expect(lines).toEqual([expect.objectContaining({ level: 'error' })]);
    },
  );
});
