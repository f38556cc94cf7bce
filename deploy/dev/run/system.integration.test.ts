import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgress } from '../setup/progress.mjs';
import { readEnvironment } from './environment.ts';
import { findFreePort, isPortTaken } from './ports.ts';
import { Supervisor } from './supervisor.ts';
import { startSystem } from './system.ts';

let folder: string;
let supervisor: Supervisor;
const silent = createProgress({ write: () => true });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'system-'));
  supervisor = new Supervisor({ logFolder: path.join(folder, 'logs'), onLine: () => undefined });
});
afterEach(async () => {
  await supervisor.stopAll();
  rmSync(folder, { recursive: true });
});

async function settings(given: NodeJS.ProcessEnv = {}) {
  const [api, sfu, media] = await Promise.all([findFreePort(), findFreePort(), findFreePort()]);
  const ports = { API_PORT: String(api), SFU_PORT: String(sfu), SFU_MEDIA_PORT: String(media), SFU_WORKERS: '1' };
  return readEnvironment({ ...ports, ...given }, folder);
}

describe('the system that npm start runs', () => {
  it('is up with its demo data, again on the same data, and leaves no port taken', async () => {
    const chosen = await settings();
    for (const _time of ['first', 'second']) {
      const { demo } = await startSystem(chosen, folder, supervisor, silent);
      expect(demo.accounts.map(({ role }) => role)).toContain('specialist');
      expect(demo.kiosks).not.toHaveLength(0);
      await supervisor.stopAll();
      expect(await isPortTaken('127.0.0.1', chosen.API_PORT)).toBe(false);
      expect(await isPortTaken('127.0.0.1', chosen.SFU_PORT)).toBe(false);
    }
  });

  it('says which port is taken, and by which name to choose another', async () => {
    const chosen = await settings();
    const other = createServer().listen(chosen.SFU_PORT, '127.0.0.1');
    const start = startSystem(chosen, folder, supervisor, silent);
    await expect(start).rejects.toThrow(`Port ${chosen.SFU_PORT} is taken`);
    await expect(start).rejects.toThrow('SFU_PORT=');
    expect(existsSync(path.join(folder, 'logs'))).toBe(false);
    other.close();
  });

  it('passes on the last words of a server that does not come up', async () => {
    const chosen = await settings({ DATABASE_URL: 'mysql://nowhere' });
    await expect(startSystem(chosen, folder, supervisor, silent)).rejects.toMatchObject({
      process: { name: 'scheduler-api', lastLines: [expect.stringContaining('DATABASE_URL')] },
    });
  });
});
