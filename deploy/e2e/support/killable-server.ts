import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectNode, root } from '../../dev/setup/paths.mjs';

const readyWithinMs = 60_000;
const askEveryMs = 100;

/** One of the two servers as a process of its own, that can be killed outright and started again. */
export class KillableServer {
  readonly name: 'scheduler-api' | 'sfu-server';
  readonly #env: NodeJS.ProcessEnv;
  readonly #logFile: string;
  readonly #healthUrl: string;
  #child: ChildProcess | undefined;

  constructor(name: KillableServer['name'], env: NodeJS.ProcessEnv, logFile: string, healthUrl: string) {
    this.name = name;
    this.#env = env;
    this.#logFile = logFile;
    this.#healthUrl = healthUrl;
  }

  /** Resolves when it is ready to serve. */
  async start(): Promise<void> {
    mkdirSync(path.dirname(this.#logFile), { recursive: true });
    const log = createWriteStream(this.#logFile, { flags: 'a' });
    await once(log, 'open');
    // A group of its own: the sfu-server's workers are killed with it, as a machine that goes down would.
    const child = spawn(projectNode, [`${this.name}/src/main.ts`], {
      cwd: root,
      env: this.#env,
      detached: true,
      stdio: ['ignore', log, log],
    });
    this.#child = child;
    for (const until = Date.now() + readyWithinMs; !(await this.#isReady()); await sleep(askEveryMs)) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`${this.name} does not start: ${this.#logFile}`);
    }
  }

  /** Of the process that runs now, or ran last. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** SIGKILL, as when the power goes. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  async #isReady(): Promise<boolean> {
    return fetch(this.#healthUrl).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
