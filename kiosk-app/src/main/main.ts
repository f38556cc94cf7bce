import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, ipcMain, Menu, net, powerSaveBlocker, safeStorage, session, type WebContents } from 'electron';
import { readConfig } from './config.ts';
import { AttemptLock } from './exit/attempt-lock.ts';
import { StaffExit } from './exit/staff-exit.ts';
import { chooseVault } from './identity/key-vault.ts';
import { KioskIdentity } from './identity/kiosk-identity.ts';
import { serveBridge } from './ipc/serve-bridge.ts';
import { openLog, reasonOf } from './log.ts';
import { describeRuntime } from './runtime.ts';
import { hardenApp } from './security/harden-contents.ts';
import { hardenSession } from './security/harden-session.ts';
import { isKioskPage, serverUrl } from './server-url.ts';
import { setExitPinFromInput } from './set-exit-pin.ts';
import { openSettingsFile } from './settings/settings-file.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { openSignInView } from './sign-in/sign-in-view.ts';
import { KioskShell } from './window/kiosk-shell.ts';
import { discardKioskWindow, openKioskWindow } from './window/kiosk-window.ts';

const DEFAULT_SERVER = 'http://localhost:4000';
const PROBE_TIMEOUT_MS = 5_000;
const PRELOAD = join(__dirname, '../preload/preload.cjs');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env, process.argv);
  if (config.dataDir) app.setPath('userData', resolve(config.dataDir));
  if (!app.requestSingleInstanceLock()) throw new Error('The kiosk is already running.');

  const dataDir = app.getPath('userData');
  const now = () => new Date();
  const monotonicMs = () => performance.now();
  const log = openLog(join(dataDir, 'logs'), now);
  // Electron would show a dialog and go on; a kiosk that ends is started again by the system.
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      log.error('the main process failed', { event, reason: reasonOf(error) });
      app.exit(1);
    });
  }
  const settings = openSettingsFile(dataDir, log);
  const staffExit = new StaffExit(settings, new AttemptLock(settings, monotonicMs), log);
  if (config.setExitPin) {
    await setExitPinFromInput(staffExit);
    say('The staff PIN is set.');
    app.exit(0);
    return;
  }

  const server = config.serverUrl ?? serverUrl.parse(settings.current().serverUrl ?? DEFAULT_SERVER);
  // Before anything is awaited: the sandbox can only be switched on before Electron is ready.
  const signIn = new SignIn({
    server,
    openView: (area) => {
      const window = shell.current();
      if (!window) throw new Error('There is no window to sign in above.');
      return openSignInView(window, area, log);
    },
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    log,
  });
  const mayGo = (contents: WebContents, url: string) =>
    signIn.owns(contents) ? signIn.mayGo(url) : isKioskPage(url, server);
  hardenApp(app, mayGo, log);
  if (config.initialExitPin) await staffExit.setFirstPin(config.initialExitPin);
  await app.whenReady();

  const { line, ...info } = describeRuntime(process.versions, app.getVersion());
  say(line);
  log.info('started', { ...info, server: server.origin });
  Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  hardenSession(session.defaultSession, server, log);

  const leave = () => app.quit();
  const shell = new KioskShell({
    server,
    openWindow: () =>
      openKioskWindow({ server, preload: PRELOAD, windowed: config.windowed, devTools: !app.isPackaged, log }),
    discardWindow: discardKioskWindow,
    mayClose: config.windowed,
    leave,
    fetch: (url) => net.fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }),
    wait: (ms) => delay(ms),
    monotonicMs,
    now,
    log,
  });
  serveBridge({
    ipcMain,
    identity: new KioskIdentity(settings, chooseVault(safeStorage, log), log),
    staffExit,
    enrolmentCode: config.enrolmentCode ?? null,
    info: () => info,
    wipe: () => {
      void signIn.end(null);
      shell.wipe();
    },
    signIn,
    beat: () => shell.beat(),
    leave,
    callerOf: ({ sender, senderFrame }) => {
      if (!shell.shows(sender) || senderFrame?.parent !== null) return 'stranger';
      if (isKioskPage(senderFrame.url, server)) return 'kiosk page';
      return shell.isOfflinePage(senderFrame.url) ? 'offline page' : 'stranger';
    },
    log,
  });
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('a helper process is gone', { type, reason }));
  app.on('second-instance', () => shell.focus());
  app.on('before-quit', () => shell.release());
  // Between two windows there may be none; the kiosk ends only when staff or the system end it.
  app.on('window-all-closed', () => undefined);
  shell.renew();
};

start().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  app.exit(1);
});
