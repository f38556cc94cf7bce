import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../dev/setup/paths.mjs';
import { startPostgres } from '../dev/test/postgres.ts';

export type LoadServer = {
  url: string;
  nodeSecret: string;
  /** For whoever measures beside it. */
  databaseUrl: string;
  /** With which another server reads the same database. */
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Processor time that the server has taken, in seconds; 0 where the system does not tell. */
  cpuSeconds(): number;
  stop(): Promise<void>;
};
export type LoadDatabase = 'sqlite' | 'postgres';

/**
 * A scheduler-api in a process and a folder of its own, without rate limits, as one is in service.
 * @param seed what fills its database before it starts, instead of the demo data
 */
export async function startServer(
  db: LoadDatabase,
  seed?: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<LoadServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-load-'));
  const file = (name: string) => path.join(folder, name);
  const nodeSecret = randomBytes(32).toString('base64url');
  writeFileSync(file('node-secret'), nodeSecret);
  for (const key of ['calendar-key', 'sign-in-key']) writeFileSync(file(key), randomBytes(32).toString('base64url'));
  writeFileSync(file('citizen-keys'), `1:${randomBytes(32).toString('base64url')}`);
  for (const key of ['ticket-key.jwk', 'audit-key.jwk']) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file(key), JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'load' }));
  }

  const postgres = db === 'postgres' ? await startPostgres() : undefined;
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    API_HOST: '127.0.0.1',
    API_PORT: `${port}`,
    PUBLIC_URL: url,
    DATABASE_URL: postgres?.url ?? `sqlite:${file('load.sqlite')}`,
    NODE_SECRET_FILE: file('node-secret'),
    TICKET_KEY_FILE: file('ticket-key.jwk'),
    AUDIT_KEY_FILE: file('audit-key.jwk'),
    CALENDAR_KEY_FILE: file('calendar-key'),
    SIGN_IN_KEY_FILE: file('sign-in-key'),
    CITIZEN_KEY_FILE: file('citizen-keys'),
    SECOND_FACTOR: 'optional',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
  const logFile = file('log.jsonl');
  const log = createWriteStream(logFile);
  const run = (script: string, ...args: string[]) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
  };

  if (seed) await seed(env);
  else if ((await run('scheduler-api/src/demo/main.ts', file('demo.json')).ended) !== 0)
    throw new Error(`The demo data could not be made: see ${logFile}`);
  const server = run('scheduler-api/src/main.ts');
  let running = true;
  server.ended.then(() => {
    running = false;
  });
  while (!(await isReady(url))) {
    if (!running) throw new Error(`The scheduler-api did not start: see ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    nodeSecret,
    databaseUrl: env.DATABASE_URL,
    env,
    logFile,
    cpuSeconds: () => cpuSecondsOf(server.child.pid),
    async stop() {
      server.child.kill('SIGTERM');
      await server.ended;
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** User and system time, in hundredths of a second, are the 14th and 15th field (proc(5)). */
export function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
