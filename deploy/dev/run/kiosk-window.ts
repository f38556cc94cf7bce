import path from 'node:path';
import { findElectronRuntime } from '../setup/electron-runtime.mjs';
import { projectEnvironment, root } from '../setup/paths.mjs';
import type { ProcessSpecification } from './supervisor.ts';

/** Lets staff out of the kiosk; the real ones are set by hand, on each kiosk. */
export const demoExitPin = '246810';

/** Whether a window can be opened on this machine's screen. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return process.platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The kiosk app on Electron or on its stand-in, in an ordinary window: a whole screen would lock the developer out. */
export function specifyKioskWindow(
  serverUrl: string,
  dataFolder: string,
  enrolmentCode: string | undefined,
): ProcessSpecification {
  const runtime = findElectronRuntime();
  // Chromium refuses its sandbox to root; development in a container is the only place where that is so.
  const asRoot = runtime.kind === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    name: 'kiosk-app',
    command: path.join(runtime.distPath, 'electron'),
    args: [...asRoot, path.join(root, 'kiosk-app')],
    env: {
      ...projectEnvironment(),
      ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath,
      KIOSK_SERVER_URL: serverUrl,
      KIOSK_DATA_DIR: path.join(dataFolder, 'kiosk'),
      KIOSK_EXIT_PIN: demoExitPin,
      KIOSK_ENROLMENT_CODE: enrolmentCode,
      KIOSK_WINDOWED: 'true',
    },
    cwd: root,
  };
}
