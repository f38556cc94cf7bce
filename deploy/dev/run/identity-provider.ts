import { projectNode, root } from '../setup/paths.mjs';
import type { Progress } from '../setup/progress.mjs';
import type { Demo } from './demo.ts';
import { type RunEnvironment, toProcessEnvironment } from './environment.ts';
import { assertPortsFree } from './ports.ts';
import { waitUntilReady } from './readiness.ts';
import type { SupervisedProcess, Supervisor } from './supervisor.ts';

const READY_WITHIN_MS = 30_000;

/**
 * Starts the provider through which demo people sign in, once it is known where they are to be signed out.
 * @throws SetupError where its port is taken; ProcessEndedError where it does not come up
 */
export async function startIdentityProvider(
  settings: RunEnvironment,
  { identityProviders }: Demo,
  supervisor: Supervisor,
  progress: Progress,
): Promise<SupervisedProcess> {
  const { IDENTITY_PROVIDER_PORT: port, PUBLIC_URL, SFU_API_URL } = settings;
  await assertPortsFree([{ host: '127.0.0.1', port, name: 'IDENTITY_PROVIDER_PORT' }]);
  // It is on this machine: it need not go round by the address that browsers use.
  const onThisMachine = (uri: string) => uri.replace(new URL(PUBLIC_URL).origin, new URL(SFU_API_URL).origin);
  const logout = identityProviders.map(({ clientId, backChannelLogoutUri }) => [
    clientId,
    onThisMachine(backChannelLogoutUri),
  ]);
  const provider = supervisor.start({
    name: 'identity-provider',
    command: projectNode,
    args: ['deploy/dev/identity-provider/main.ts'],
    env: {
      ...toProcessEnvironment(settings, process.env),
      BACK_CHANNEL_LOGOUT: JSON.stringify(Object.fromEntries(logout)),
    },
    cwd: root,
  });
  await progress.step('Starting the identity provider', () =>
    waitUntilReady(`http://127.0.0.1:${port}/health/ready`, provider, READY_WITHIN_MS),
  );
  return provider;
}
