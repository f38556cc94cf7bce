import path from 'node:path';
import { projectNode, root } from '../setup/paths.mjs';
import { createProgress, type Progress } from '../setup/progress.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { type Demo, readDemo } from './demo.ts';
import { type RunEnvironment, toProcessEnvironment } from './environment.ts';
import { assertPortsFree } from './ports.ts';
import { waitUntilReady } from './readiness.ts';
import { ensureCitizenKeys, ensureEncryptionKey, ensureNodeSecret, ensureSigningKey } from './secrets.ts';
import type { EndedProcess, Supervisor } from './supervisor.ts';

const READY_WITHIN_MS = 60_000;

export type RunningSystem = {
  demo: Demo;
  /** The first server that ends, which none should. */
  ended: Promise<EndedProcess>;
};

/**
 * Starts both servers and puts in the demo data. What it started is the supervisor's to stop, also after an error.
 * @throws SetupError where a port is taken; ProcessEndedError where a server does not come up
 */
export async function startSystem(
  settings: RunEnvironment,
  dataFolder: string,
  supervisor: Supervisor,
  progress: Progress = createProgress(),
): Promise<RunningSystem> {
  await assertPortsFree(portsOf(settings));
  ensureNodeSecret(path.resolve(root, settings.NODE_SECRET_FILE));
  ensureSigningKey(path.resolve(root, settings.TICKET_KEY_FILE));
  ensureSigningKey(path.resolve(root, settings.AUDIT_KEY_FILE));
  ensureEncryptionKey(path.resolve(root, settings.CALENDAR_KEY_FILE));
  ensureEncryptionKey(path.resolve(root, settings.SIGN_IN_KEY_FILE));
  ensureCitizenKeys(path.resolve(root, settings.CITIZEN_KEY_FILE));

  const demoFile = path.join(dataFolder, 'demo.json');
  const env = toProcessEnvironment(settings, process.env);
  const startServer = (name: string) =>
    supervisor.start({ name, command: projectNode, args: [`${name}/src/main.ts`], env, cwd: root });
  const api = startServer('scheduler-api');
  const sfu = startServer('sfu-server');
  const ready = (host: string, port: number) => `http://${reachable(host)}:${port}/health/ready`;

  await progress.step('Starting the scheduler-api', () =>
    waitUntilReady(ready(settings.API_HOST, settings.API_PORT), api, READY_WITHIN_MS),
  );
  await progress.step('Starting the sfu-server', () =>
    waitUntilReady(ready(settings.SFU_HOST, settings.SFU_PORT), sfu, READY_WITHIN_MS),
  );
  await progress.step('Seeing to the demo data', () =>
    runCommand(projectNode, ['scheduler-api/src/demo/main.ts', demoFile], { cwd: root, env }),
  );
  return { demo: readDemo(demoFile), ended: Promise.race([api.ended, sfu.ended]) };
}

/** A server that listens on all addresses of this machine is reached on its loopback. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

function portsOf({ API_HOST, API_PORT, SFU_HOST, SFU_PORT, SFU_MEDIA_PORT, SFU_WORKERS }: RunEnvironment) {
  return [
    { host: API_HOST, port: API_PORT, name: 'API_PORT' },
    { host: SFU_HOST, port: SFU_PORT, name: 'SFU_PORT' },
    // Every worker has the port after the one before.
    ...Array.from({ length: SFU_WORKERS }, (_, worker) => ({
      host: SFU_HOST,
      port: SFU_MEDIA_PORT + worker,
      name: 'SFU_MEDIA_PORT',
    })),
  ];
}
