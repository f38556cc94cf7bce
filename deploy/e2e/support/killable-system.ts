import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { type Demo, readDemo } from '../../dev/run/demo.ts';
import { readEnvironment, toProcessEnvironment } from '../../dev/run/environment.ts';
import { ensureCitizenKeys, ensureEncryptionKey, ensureNodeSecret, ensureSigningKey } from '../../dev/run/secrets.ts';
import { projectNode, root } from '../../dev/setup/paths.mjs';
import { runCommand } from '../../dev/setup/run-command.mjs';
import { findFreePorts } from '../../rehearsal/venue/free-ports.ts';
import { KillableServer } from './killable-server.ts';

/** How long an end of a call is waited for here; nobody wants to wait as long as it is otherwise. Seconds. */
export const comeBackSeconds = 10;

export type KillableSystem = {
  url: string;
  /** Where it looks for the identity provider of development; nothing is there until somebody serves one. */
  identityProviderPort: number;
  demo: Demo;
  api: KillableServer;
  sfu: KillableServer;
  close: () => Promise<void>;
};

/** Both servers on free ports with an empty database and demo data. @param env settings that differ from development's */
export async function startKillableSystem(logFolder: string, env: NodeJS.ProcessEnv = {}): Promise<KillableSystem> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-e2e-'));
  const port = await findFreePorts(3 + availableParallelism());
  const settings = readEnvironment(
    {
      ...env,
      API_PORT: String(port),
      SFU_PORT: String(port + 1),
      IDENTITY_PROVIDER_PORT: String(port + 2),
      SFU_MEDIA_PORT: String(port + 3),
    },
    folder,
  );
  ensureNodeSecret(settings.NODE_SECRET_FILE);
  ensureSigningKey(settings.TICKET_KEY_FILE);
  ensureSigningKey(settings.AUDIT_KEY_FILE);
  ensureEncryptionKey(settings.CALENDAR_KEY_FILE);
  ensureEncryptionKey(settings.SIGN_IN_KEY_FILE);
  ensureCitizenKeys(settings.CITIZEN_KEY_FILE);
  const environment = toProcessEnvironment(settings, {
    ...process.env,
    CALL_COME_BACK_SECONDS: String(comeBackSeconds),
    ...env,
  });
  const server = (name: KillableServer['name'], at: number) =>
    new KillableServer(name, environment, path.join(logFolder, `${name}.log`), `http://127.0.0.1:${at}/health/ready`);
  const api = server('scheduler-api', port);
  const sfu = server('sfu-server', port + 1);
  const demoFile = path.join(folder, 'demo.json');
  await api.start();
  await sfu.start();
  await runCommand(projectNode, ['scheduler-api/src/demo/main.ts', demoFile], { cwd: root, env: environment });
  return {
    url: settings.PUBLIC_URL,
    identityProviderPort: settings.IDENTITY_PROVIDER_PORT,
    demo: readDemo(demoFile),
    api,
    sfu,
    close: async () => {
      await sfu.kill();
      await api.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
