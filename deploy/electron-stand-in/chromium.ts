import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { chromiumSwitches } from './chromium-switches.ts';
import { DevToolsConnection } from './devtools/connection.ts';
import { replies } from './devtools/protocol.ts';

/** Chromium's own log, like `[123:456:1120/163818.268:ERROR:dbus/bus.cc:405] …`, is about desktops that aren't here. */
const CHROMIUM_LOG = /^\[[\d:/.]+:(?:VERBOSE\d|INFO|WARNING|ERROR):/;

const passOn = (line: string): void => {
  if (!CHROMIUM_LOG.test(line)) process.stderr.write(`${line}\n`);
};

/** Electron has no bar that offers to translate the page. */
const PREFERENCES = { translate: { enabled: false } };

const makeProfile = (): string => {
  const profile = mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(PREFERENCES));
  return profile;
};

/** The browser that draws the app's windows, on a profile that is thrown away. */
export class Chromium {
  readonly devTools: DevToolsConnection;
  readonly #process: ChildProcess;
  readonly #profile: string;

  private constructor(devTools: DevToolsConnection, child: ChildProcess, profile: string) {
    this.devTools = devTools;
    this.#process = child;
    this.#profile = profile;
  }

  /** Resolves once Chromium answers. `onExit` is not called after `kill`. */
  static async start(switches: readonly string[], onExit: (code: number | null) => void): Promise<Chromium> {
    const profile = makeProfile();
    const child = spawn(
      process.env.CHROMIUM_PATH || 'chromium',
      [...chromiumSwitches(switches, process.getuid?.() === 0), `--user-data-dir=${profile}`],
      { stdio: ['ignore', 'inherit', 'pipe', 'pipe', 'pipe'] },
    );
    if (child.stderr) createInterface({ input: child.stderr }).on('line', passOn);
    const [, , , toBrowser, fromBrowser] = child.stdio;
    if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) throw new Error('no pipe to Chromium');
    const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
    child.once('exit', (code) => onExit(code));
    const chromium = new Chromium(new DevToolsConnection(toBrowser, fromBrowser), child, profile);
    await Promise.race([failed, chromium.devTools.send('Target.setDiscoverTargets', { discover: true })]);
    return chromium;
  }

  /** Like `156.0.8078.79`. */
  async version(): Promise<string> {
    const { product } = replies.version.parse(await this.devTools.send('Browser.getVersion'));
    return product.split('/')[1] ?? product;
  }

  kill(): void {
    this.#process.removeAllListeners('exit');
    this.#process.kill('SIGKILL');
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
}
