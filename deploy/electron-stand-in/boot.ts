// The stand-in's main program: loads the app's main script on this Node, and starts Chromium for its windows.
import { readFileSync, statSync } from 'node:fs';
import { open as openInspector } from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { app } from './api/app.ts';
import { StandInBrowserWindow } from './api/browser-window.ts';
import { connectTheBrowser } from './api/the-browser.ts';
import { Chromium } from './chromium.ts';
import { parseCommandLine } from './command-line.ts';

const require = createRequire(import.meta.url);
const wantedVersion = z.object({ version: z.string() }).parse(require('electron/package.json')).version;
const electronModule = new URL('./api/electron.ts', import.meta.url).href;

const isElectron = (specifier: string): boolean => specifier === 'electron' || specifier === 'electron/main';

const setVersion = (name: 'electron' | 'chrome', value: string): void => {
  Object.defineProperty(process.versions, name, { value, enumerable: true });
};

/** The app's folder and the script that its package.json names, as Electron finds them. */
const locateApp = (path: string): { folder: string; script: string } => {
  const given = resolve(path);
  if (!statSync(given).isDirectory()) return { folder: dirname(given), script: given };
  const { main } = z.object({ main: z.string() }).parse(JSON.parse(readFileSync(join(given, 'package.json'), 'utf8')));
  return { folder: given, script: join(given, main) };
};

const boot = async (): Promise<void> => {
  const args = process.argv.slice(2);
  const { preloads, inspectPort, switches, appPath } = parseCommandLine(args);
  setVersion('electron', `${wantedVersion}-stand-in`);
  process.argv = [join(import.meta.dirname, 'electron'), ...args];
  if (inspectPort !== null) openInspector(inspectPort);
  registerHooks({
    resolve: (specifier, context, next) =>
      isElectron(specifier) ? { url: electronModule, shortCircuit: true } : next(specifier, context),
  });

  const { folder, script } = locateApp(appPath);
  app.located(folder);
  for (const preload of preloads) require(resolve(preload));
  await import(pathToFileURL(script).href);

  const appended = [...app.commandLine.appended].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  const chromium = await Chromium.start([...switches, ...appended], (code) => app.exit(code || 1));
  app.browserStarted(() => chromium.kill());
  connectTheBrowser(chromium.devTools);
  setVersion('chrome', await chromium.version());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.ready({ all: () => StandInBrowserWindow.getAllWindows() });
};

boot().catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
