import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Demo, readDemo } from '../../dev/run/demo.ts';
import { readEnvironment, toProcessEnvironment } from '../../dev/run/environment.ts';
import { ensureCitizenKeys, ensureEncryptionKey, ensureNodeSecret, ensureSigningKey } from '../../dev/run/secrets.ts';
import { projectNode, root } from '../../dev/setup/paths.mjs';
import { runCommand } from '../../dev/setup/run-command.mjs';
import { type PostgresServer, startPostgres } from '../../dev/test/postgres.ts';
import { KillableServer } from '../../e2e/support/killable-server.ts';
import { findFreePorts } from '../../rehearsal/venue/free-ports.ts';
import { Link } from './link.ts';

const target = '127.0.0.1';
const addresses = { kiosk: '127.0.0.2', console: '127.0.0.3' };
/** Each node's, so that a room can go on beside a worker that died. */
const workers = 2;

export type MediaNode = {
  server: KillableServer;
  signallingPort: number;
  /** One for each worker, UDP and TCP. */
  mediaPorts: readonly number[];
};

/** Servers of one's own, each in a process that can be killed, and a link to all of them from either end. */
export type LinkedSystem = {
  url: string;
  demo: Demo;
  api: KillableServer;
  nodes: readonly MediaNode[];
  /** Where the system is on PostgreSQL. */
  postgres: PostgresServer | undefined;
  links: Record<'kiosk' | 'console', Link>;
  close: () => Promise<void>;
};

type Options = { logFolder: string; nodes: number; db: 'sqlite' | 'postgres' };

/** All are up when it resolves; with demo data, on free ports, without rate limits. */
export async function startLinkedSystem({ logFolder, nodes: count, db }: Options): Promise<LinkedSystem> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-linked-'));
  const first = await findFreePorts(1 + count * (1 + workers));
  const nodePorts = Array.from({ length: count }, (_, index) => first + 1 + index * (1 + workers));
  const postgres = db === 'postgres' ? await startPostgres() : undefined;
  const environment = (own: NodeJS.ProcessEnv, signallingPort: number) => {
    const settings = readEnvironment(
      {
        API_PORT: String(first),
        SFU_PORT: String(signallingPort),
        SFU_MEDIA_PORT: String(signallingPort + 1),
        SFU_WORKERS: String(workers),
        SFU_ANNOUNCED_ADDRESS: 'localhost',
        ...(postgres && { DATABASE_URL: postgres.url }),
      },
      folder,
    );
    return { settings, env: { ...toProcessEnvironment(settings, process.env), RATE_LIMITS: 'off', ...own } };
  };
  const server = (name: KillableServer['name'], label: string, env: NodeJS.ProcessEnv, port: number) =>
    new KillableServer(name, env, path.join(logFolder, `${label}.log`), `http://${target}:${port}/health/ready`);

  // The pages may connect to all nodes, whichever come and go.
  const SFU_PUBLIC_URL = nodePorts.map((port) => `http://localhost:${port}`).join(',');
  const { settings, env } = environment({ SFU_PUBLIC_URL }, first + 1);
  ensureNodeSecret(settings.NODE_SECRET_FILE);
  ensureSigningKey(settings.TICKET_KEY_FILE);
  ensureSigningKey(settings.AUDIT_KEY_FILE);
  ensureEncryptionKey(settings.CALENDAR_KEY_FILE);
  ensureEncryptionKey(settings.SIGN_IN_KEY_FILE);
  ensureCitizenKeys(settings.CITIZEN_KEY_FILE);
  const api = server('scheduler-api', 'scheduler-api', env, first);
  const nodes = nodePorts.map((port, index): MediaNode => {
    const id = `sfu-${index + 1}`;
    const own = environment({ SFU_NODE_ID: id, SFU_LISTEN_ADDRESS: target }, port).env;
    const mediaPorts = Array.from({ length: workers }, (_, worker) => port + 1 + worker);
    return { server: server('sfu-server', id, own, port), signallingPort: port, mediaPorts };
  });

  const links: Link[] = [];
  const close = async () => {
    for (const link of links) link.close();
    await Promise.all([api, ...nodes.map((node) => node.server)].map((one) => one.kill()));
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const openLink = async (address: string) => {
    const udp = nodes.flatMap(({ mediaPorts }) => mediaPorts);
    const link = await Link.open({ address, target, tcp: [first, ...nodePorts, ...udp], udp });
    links.push(link);
    return link;
  };
  try {
    await api.start();
    for (const node of nodes) await node.server.start();
    const demoFile = path.join(folder, 'demo.json');
    await runCommand(projectNode, ['scheduler-api/src/demo/main.ts', demoFile], { cwd: root, env });
    return {
      url: settings.PUBLIC_URL,
      demo: readDemo(demoFile),
      api,
      nodes,
      postgres,
      links: { kiosk: await openLink(addresses.kiosk), console: await openLink(addresses.console) },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Chromium's switches for an end that is behind this link. */
export const behind = ({ address }: Link): string[] => [`--host-resolver-rules=MAP localhost ${address}`];
