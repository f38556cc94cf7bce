import path from 'node:path';
import { findElectronRuntime } from '../setup/electron-runtime.mjs';
import { projectEnvironment, root } from '../setup/paths.mjs';
import type { ProcessSpecification } from './supervisor.ts';

/** Whether a window can be opened on this machine's screen. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return process.platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The kiosk app in a window of its own, on Electron or on its stand-in. */
export function specifyKioskWindow(serverUrl: string, enrolmentCode: string | undefined): ProcessSpecification {
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
      ...(enrolmentCode ? { KIOSK_ENROLMENT_CODE: enrolmentCode } : {}),
    },
    cwd: root,
  };
}
