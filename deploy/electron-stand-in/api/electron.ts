// What `require('electron')` and `import 'electron'` give the app's main process.
import type * as Electron from 'electron';
import { StandInBrowserWindow } from './browser-window.ts';
import type { StandInWebContents } from './web-contents.ts';

export { app } from './app.ts';
export { ipcMain } from './ipc-main.ts';
export { session } from './sessions.ts';
export { StandInBrowserWindow as BrowserWindow };

export const webContents = {
  getAllWebContents: () => StandInBrowserWindow.getAllWindows().map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string): StandInWebContents | undefined =>
    StandInBrowserWindow.fromTargetId(targetId)?.webContents,
};

/** Chromium draws the windows' menus, and a window of the stand-in has none. */
export const Menu = { setApplicationMenu() {} } satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'>;

/** The screen of a developer's machine may go to sleep. */
export const powerSaveBlocker = {
  start: () => 1,
  stop: () => true,
  isStarted: () => true,
} satisfies Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>;

const refuse = (): never => {
  throw new Error('The stand-in has no keyring.');
};

export const safeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: refuse,
  decryptString: refuse,
} satisfies Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

export { net } from './net.ts';
