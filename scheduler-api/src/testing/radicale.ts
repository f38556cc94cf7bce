import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serveHttp } from './http-server.ts';

/** Debian's, of the package python3-radicale. */
const python = '/usr/bin/python3';
export const hasRadicale = existsSync('/usr/lib/python3/dist-packages/radicale');

/** A real CalDAV server on a free port, with nothing in it but who may sign in. */
export async function startRadicale(users: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'remote-clerk-radicale-'));
  const file = (name: string) => join(folder, name);
  const port = await findFreePort();
  writeFileSync(
    file('users'),
    Object.entries(users)
      .map(([name, password]) => `${name}:${password}\n`)
      .join(''),
  );
  writeFileSync(
    file('config'),
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${file('users')}
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = ${file('collections')}
[logging]
level = info
`,
  );
  const server = spawn(python, ['-m', 'radicale', '--config', file('config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('server ready')) resolve();
    });
    ended.then(() => reject(new Error(`Radicale did not start:\n${said.join('\n')}`)));
  });
  const url = `http://127.0.0.1:${port}/`;

  return {
    url,
    /** Does something as one of the users. @param path below the server's address @throws when it is refused */
    async ask(user: string, method: string, path: string, body?: string): Promise<void> {
      const authorization = `Basic ${Buffer.from(`${user}:${users[user]}`).toString('base64')}`;
      const response = await fetch(url + path, { method, headers: { authorization }, ...(body && { body }) });
      if (!response.ok) throw new Error(`Radicale answers ${method} with ${response.status}`);
    },
    async stop() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const { port, close } = await serveHttp((_request, response) => response.end());
  close();
  return port;
}
