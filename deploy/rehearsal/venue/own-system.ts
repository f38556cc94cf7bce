import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Demo } from '../../dev/run/demo.ts';
import { readEnvironment } from '../../dev/run/environment.ts';
import { Supervisor } from '../../dev/run/supervisor.ts';
import { startSystem } from '../../dev/run/system.ts';
import { createProgress } from '../../dev/setup/progress.mjs';
import { findFreePorts } from './free-ports.ts';

export type OwnSystem = { url: string; demo: Demo; folder: string; close: () => Promise<void> };

/** Starts both servers as `npm start` does, with demo data, on free ports and an empty database that goes with them. */
export async function startOwnSystem(logFolder: string): Promise<OwnSystem> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-rehearsal-'));
  const apiPort = await findFreePorts(2 + availableParallelism());
  const settings = readEnvironment(
    { API_PORT: String(apiPort), SFU_PORT: String(apiPort + 1), SFU_MEDIA_PORT: String(apiPort + 2) },
    folder,
  );
  const supervisor = new Supervisor({ logFolder, onLine: () => undefined });
  const close = async () => {
    await supervisor.stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // Its steps are worth a line only when they take long; the rehearsal has a timeline of its own.
    const { demo } = await startSystem(settings, folder, supervisor, createProgress(process.stderr));
    return { url: settings.PUBLIC_URL, demo, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}
