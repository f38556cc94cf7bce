import { existsSync } from 'node:fs';
import path from 'node:path';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { type Demo, readDemo } from '../../dev/run/demo.ts';
import { root } from '../../dev/setup/paths.mjs';
import { SetupError } from '../../dev/setup/setup-error.mjs';
import { startOwnSystem } from './own-system.ts';
import { createStaffClient } from './staff-client.ts';
import type { Venue } from './venue.ts';

/** The system at `url`, or one that is started for the rehearsal. */
export async function openVenue(url: string | undefined, outFolder: string): Promise<Venue> {
  return url === undefined ? openOwn(outFolder) : openRunning(url);
}

async function openOwn(outFolder: string): Promise<Venue> {
  const logs = path.join(outFolder, 'logs');
  const { url, demo, folder, close } = await startOwnSystem(logs);
  const [kiosk] = demo.kiosks;
  if (!kiosk) throw new Error('The demo data has no kiosk');
  return {
    url,
    specialist: accountOf(demo, 'specialist'),
    enrolmentCode: async () => kiosk.enrolmentCode,
    kioskDataFolder: path.join(folder, 'kiosk'),
    logs,
    close,
  };
}

/** Accounts and code from the environment, else from the demo data of the system that `npm start` runs here. */
async function openRunning(url: string): Promise<Venue> {
  await fetch(`${url}/health/ready`).catch(() => {
    throw new SetupError(`Nothing answers at ${url}. Start the system, or leave --url away.`);
  });
  const demoFile = path.join(root, '.data/demo.json');
  const demo = existsSync(demoFile) ? readDemo(demoFile) : undefined;
  const { REHEARSAL_USERNAME: username, REHEARSAL_PASSWORD: password, REHEARSAL_KIOSK_CODE: code } = process.env;
  if (!demo && !(username && password && code)) {
    throw new SetupError(
      'Set REHEARSAL_USERNAME, REHEARSAL_PASSWORD and REHEARSAL_KIOSK_CODE: there is no demo data here.',
    );
  }
  return {
    url,
    specialist: username && password ? { username, password } : accountOf(demo, 'specialist'),
    enrolmentCode: async () => code ?? (await makeCode(url, accountOf(demo, 'administrator'))),
    kioskDataFolder: path.join(root, '.data/rehearsal/kiosk', new URL(url).host.replace(':', '-')),
    logs: path.join(root, '.data/logs'),
    close: async () => undefined,
  };
}

/** For a kiosk that nobody uses: enrolling another machine would turn the first one away. */
async function makeCode(url: string, administrator: { username: string; password: string }): Promise<string> {
  const client = await createStaffClient(url, administrator);
  const { kiosks } = await client.call(routes.listKiosks);
  const kiosk = kiosks.find(({ enrolled }) => !enrolled) ?? kiosks.find(({ online }) => !online);
  if (!kiosk) throw new SetupError('Every kiosk is in use. Close one, or add one for rehearsals.');
  const { code } = await client.call(routes.createEnrolmentCode, { params: { kioskId: kiosk.id }, body: {} });
  return code;
}

function accountOf(demo: Demo | undefined, role: string): { username: string; password: string } {
  const account = demo?.accounts.find((one) => one.role === role);
  if (!account) throw new SetupError(`The demo data has no ${role}`);
  return account;
}
