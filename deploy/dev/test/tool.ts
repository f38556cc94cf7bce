import { type ChildProcess, spawn } from 'node:child_process';
import { projectEnvironment, root } from '../setup/paths.mjs';

const AT_MOST_MS = 35 * 60_000;

export type ToolResult = { exitCode: number; output: string };

/** Runs the project's tools one after the other, and can stop the one that runs. */
export class ToolRunner {
  readonly #live: boolean;
  #current: ChildProcess | undefined;

  /** @param live whether output goes to the screen as it comes, instead of into the result */
  constructor(live: boolean) {
    this.#live = live;
  }

  run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<ToolResult> {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...projectEnvironment(), ...(this.#live ? {} : { NO_COLOR: '1' }), ...env },
      stdio: this.#live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: AT_MOST_MS,
    });
    this.#current = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    return new Promise((resolve) => {
      child.once('error', (error) => resolve({ exitCode: 1, output: error.message }));
      child.once('close', (code, signal) => {
        if (signal !== null) output += `\n${command} was stopped by ${signal}\n`;
        resolve({ exitCode: code ?? 1, output });
      });
    });
  }

  stop(): void {
    this.#current?.kill('SIGTERM');
  }
}
