import { projectNode, root } from '../setup/paths.mjs';
import type { Progress } from '../setup/progress.mjs';
import { type RunEnvironment, toProcessEnvironment } from './environment.ts';
import { assertPortsFree } from './ports.ts';
import { waitUntilReady } from './readiness.ts';
import type { SupervisedProcess, Supervisor } from './supervisor.ts';

const READY_WITHIN_MS = 30_000;

/**
 * Starts what catches the system's mail and shows it.
 * @throws SetupError where a port is taken; ProcessEndedError where it does not come up
 */
export async function startInbox(
  settings: RunEnvironment,
  supervisor: Supervisor,
  progress: Progress,
): Promise<{ url: string; process: SupervisedProcess }> {
  const { INBOX_PORT, INBOX_SMTP_PORT } = settings;
  await assertPortsFree([
    { host: '127.0.0.1', port: INBOX_PORT, name: 'INBOX_PORT' },
    { host: '127.0.0.1', port: INBOX_SMTP_PORT, name: 'INBOX_SMTP_PORT' },
  ]);
  const env = toProcessEnvironment(settings, process.env);
  const inbox = supervisor.start({
    name: 'inbox',
    command: projectNode,
    args: ['deploy/dev/inbox/main.ts'],
    env,
    cwd: root,
  });
  await progress.step('Starting the inbox', () =>
    waitUntilReady(`http://127.0.0.1:${INBOX_PORT}/health/ready`, inbox, READY_WITHIN_MS),
  );
  return { url: `http://localhost:${INBOX_PORT}/`, process: inbox };
}
