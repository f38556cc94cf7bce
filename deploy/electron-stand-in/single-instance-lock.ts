import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** One app for one data folder: the process that holds the lock is named in a file. */
export class SingleInstanceLock {
  readonly #file: string;
  #held = false;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'single-instance.pid');
  }

  /** False when another living process has it. */
  take(): boolean {
    if (this.#held) return true;
    this.#held = this.#write() || (!this.#holderRuns() && this.#replace());
    return this.#held;
  }

  release(): void {
    if (this.#held) rmSync(this.#file, { force: true });
    this.#held = false;
  }

  #holderRuns(): boolean {
    const pid = Number(readFileSync(this.#file, 'utf8'));
    return pid > 0 && isRunning(pid);
  }

  #replace(): boolean {
    rmSync(this.#file, { force: true });
    return this.#write();
  }

  #write(): boolean {
    try {
      writeFileSync(this.#file, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }
}
