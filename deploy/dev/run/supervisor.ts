import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const LAST_LINES = 15;

export type ProcessSpecification = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
};

export type EndedProcess = { name: string; outcome: string; lastLines: string[]; logFile: string };

export type SupervisedProcess = { ended: Promise<EndedProcess> };

type Running = SupervisedProcess & { child: ChildProcess };

/** Starts processes with their output in log files, notices when one ends, and leaves none behind. */
export class Supervisor {
  readonly #logFolder: string;
  readonly #onLine: (name: string, line: string, logFile: string) => void;
  readonly #patienceMs: number;
  readonly #running = new Set<Running>();

  /**
   * @param options.onLine every line that a process prints
   * @param options.patienceMs how long a process may take to stop before it is killed
   */
  constructor(options: {
    logFolder: string;
    onLine: (name: string, line: string, logFile: string) => void;
    patienceMs?: number;
  }) {
    this.#logFolder = options.logFolder;
    this.#onLine = options.onLine;
    this.#patienceMs = options.patienceMs ?? 10_000;
  }

  start({ name, command, args, env, cwd }: ProcessSpecification): SupervisedProcess {
    mkdirSync(this.#logFolder, { recursive: true });
    const logFile = path.join(this.#logFolder, `${name}.log`);
    const log = createWriteStream(logFile);
    const lastLines: string[] = [];
    // A process group of its own: Ctrl-C reaches us alone, and we decide who stops when, with all of its children.
    const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });

    for (const output of [child.stdout, child.stderr]) {
      createInterface({ input: output }).on('line', (line) => {
        log.write(`${line}\n`);
        lastLines.push(line);
        if (lastLines.length > LAST_LINES) lastLines.shift();
        this.#onLine(name, line, logFile);
      });
    }
    const ended = new Promise<EndedProcess>((resolve) => {
      const finish = (outcome: string) => {
        this.#running.delete(running);
        log.end(() => resolve({ name, outcome, lastLines, logFile }));
      };
      child.once('error', (error) => finish(error.message));
      child.once('exit', () => killGroup(child)); // what it started itself goes with it
      child.once('close', (code, signal) => finish(signal ? `killed by ${signal}` : `exit code ${code}`));
    });
    const running: Running = { child, ended };
    this.#running.add(running);
    return { ended };
  }

  /** Asks all to stop, last started first, and waits until each is gone. */
  async stopAll(): Promise<void> {
    for (const { child, ended } of [...this.#running].reverse()) {
      // Only the process itself is asked: it knows in which order to stop what it started.
      child.kill('SIGTERM');
      const impatience = setTimeout(() => killGroup(child), this.#patienceMs);
      await ended;
      clearTimeout(impatience);
    }
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nobody left
  }
}
