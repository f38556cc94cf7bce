import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App, CommandLine } from 'electron';
import { z } from 'zod';
import { SingleInstanceLock } from '../single-instance-lock.ts';

type Implemented = Pick<
  App,
  | 'emit'
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
>;

const packageJson = z.object({ name: z.string(), version: z.string() });

/** What quitting needs of the windows, which come into being after the app. */
export interface WindowsToClose {
  all: () => { close(): void; isDestroyed(): boolean }[];
}

class StandInCommandLine implements Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> {
  readonly appended = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.appended.set(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.appended.has(name);
  }

  getSwitchValue(name: string): string {
    return this.appended.get(name) ?? '';
  }
}

class StandInApp extends EventEmitter implements Implemented {
  readonly isPackaged = false;
  readonly commandLine = new StandInCommandLine();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #folder = process.cwd();
  #userData: string | null = null;
  #lock: SingleInstanceLock | null = null;
  #stopBrowser: () => void = () => {};
  #windows: WindowsToClose = { all: () => [] };

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  getName(): string {
    return this.#package().name;
  }

  getVersion(): string {
    return this.#package().version;
  }

  getAppPath(): string {
    return this.#folder;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    if (name !== 'userData') throw new Error(`The stand-in knows no path '${name}'.`);
    const path = this.#userData ?? join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), this.getName());
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    if (name !== 'userData') throw new Error(`The stand-in knows no path '${name}'.`);
    this.#userData = path;
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'));
    return this.#lock.take();
  }

  /** Chromium is started with its sandbox anyway, except as root. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  quit(): void {
    if (this.#isPrevented('before-quit')) return;
    for (const window of this.#windows.all()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    if (this.#isPrevented('will-quit')) return;
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  exit(code = 0): void {
    this.#lock?.release();
    this.#stopBrowser();
    process.exit(code);
  }

  /** Electron quits here unless the app says that it wants to decide itself. */
  allWindowsClosed(): void {
    if (!this.emit('window-all-closed')) this.quit();
  }

  located(folder: string): void {
    this.#folder = folder;
  }

  ready(windows: WindowsToClose): void {
    this.#windows = windows;
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** `stop` is called before the process ends. */
  browserStarted(stop: () => void): void {
    this.#stopBrowser = stop;
  }

  #package(): z.infer<typeof packageJson> {
    return packageJson.parse(JSON.parse(readFileSync(join(this.#folder, 'package.json'), 'utf8')));
  }

  #isPrevented(name: string): boolean {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit(name, { preventDefault });
    return prevented;
  }
}

export const app = new StandInApp();
