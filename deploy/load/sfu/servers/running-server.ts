import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { hasCommand } from '../../../dev/setup/paths.mjs';
import type { Order } from '../load/orders.ts';

/** Milliseconds for a server to end by itself. */
const patienceMs = 5_000;
const cores = { server: '0', clients: '1' };

export type RunningServer = {
  name: string;
  pid: number;
  /** What lets so many people into a room of their own. */
  order(people: number): Promise<Order>;
  stop(): Promise<void>;
};

/** A process on the servers' core, what it starts with it. */
export function spawnServer(
  command: string,
  args: readonly string[],
  { env, cwd, log }: { env?: NodeJS.ProcessEnv; cwd?: string; log: number },
): ChildProcess & { pid: number } {
  const pinned = hasCommand('taskset') ? ['taskset', '-c', cores.server] : [];
  const [first = command, ...rest] = [...pinned, command, ...args];
  const child = spawn(first, rest, { env, cwd, stdio: ['ignore', log, log, 'ipc'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} cannot be started`);
  return Object.assign(child, { pid });
}

/** This process, and those that it starts from now on, leave the servers' core to the servers. */
export function leaveServersCore(): void {
  if (hasCommand('taskset')) execFileSync('taskset', ['-acp', cores.clients, `${process.pid}`], { stdio: 'ignore' });
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(force);
}

/** Asks until `isThere`. @throws Error when the process ended, or after a while */
export async function whenThere(child: ChildProcess, name: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    if (await isThere().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} does not answer`);
}
