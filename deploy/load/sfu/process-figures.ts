import { readdirSync, readFileSync } from 'node:fs';

export type Figures = {
  /** Processor time taken, in seconds. */
  cpuSeconds: number;
  residentKiB: number;
  threads: number;
  openFiles: number;
};

/** All that a process and what it started have taken so far. Zeros for one that has gone. Linux only. */
export function figuresOf(pid: number): Figures {
  return [pid, ...descendantsOf(pid)].map(figuresOfOne).reduce((sum, one) => ({
    cpuSeconds: sum.cpuSeconds + one.cpuSeconds,
    residentKiB: sum.residentKiB + one.residentKiB,
    threads: sum.threads + one.threads,
    openFiles: sum.openFiles + one.openFiles,
  }));
}

export function descendantsOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

export function figuresOfOne(pid: number): Figures {
  const tasks = list(`/proc/${pid}/task`);
  return {
    // Nanoseconds on a core, the first field: /proc/PID/stat counts in ticks of 10 ms.
    cpuSeconds: tasks.reduce(
      (sum, task) => sum + Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0]) / 1e9,
      0,
    ),
    residentKiB: Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
    threads: tasks.length,
    openFiles: list(`/proc/${pid}/fd`).length,
  };
}

/** Seconds that the host took from a core of this machine since it started. */
export function stealSeconds(core: number): number {
  const fields = read('/proc/stat').split('\n')[core + 1]?.split(/\s+/) ?? [];
  return Number(fields[8] ?? 0) / 100;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
