import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { NodeId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const webUrl = z.url({ protocol: /^https?$/ });

const SecretFile = z
  .string()
  .transform((path, context) => {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch (error) {
      context.addIssue(`cannot read ${path} (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`);
      return z.NEVER;
    }
  })
  .pipe(z.string().min(32, 'the file must hold at least 32 characters'));

const Environment = z.object({
  /** Name of this node, the operator's choice. */
  SFU_NODE_ID: NodeId.default(NodeId.parse('sfu-1')),
  /** Where signalling, health and metrics listen. */
  SFU_HOST: z.string().min(1).default('127.0.0.1'),
  SFU_PORT: port.default(4001),
  /** Where browsers reach the signalling; by default where it listens. */
  SFU_PUBLIC_URL: webUrl.optional(),
  /** Address that browsers send media to. */
  SFU_ANNOUNCED_ADDRESS: z.string().min(1).default('127.0.0.1'),
  /** Address that media sockets listen on, where it is not the announced one: behind a relay or an address translation. */
  SFU_LISTEN_ADDRESS: z.union([z.ipv4(), z.ipv6()]).optional(),
  /** UDP and TCP port of the first worker's media; the others follow it. 0: any free ports. */
  SFU_MEDIA_PORT: port.default(44_000),
  SFU_WORKERS: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
  /** Seconds that SIGTERM leaves to the calls that are on; 0: they are sent away at once. */
  SFU_DRAIN_SECONDS: z.coerce.number().int().min(0).max(86_400).default(0),
  SFU_API_URL: webUrl.default('http://localhost:4000'),
  /** Where the console's and the kiosk's pages come from. */
  PUBLIC_URL: webUrl.default('http://localhost:4000'),
  /** Secrets are files, so that they are in no list of processes. */
  NODE_SECRET_FILE: SecretFile.prefault('.data/secrets/node-secret'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type SfuConfig = {
  nodeId: NodeId;
  host: string;
  port: number;
  publicUrl: string | undefined;
  announcedAddress: string;
  listenAddress: string;
  mediaPort: number;
  workers: number;
  drainSeconds: number;
  apiUrl: string;
  nodeSecret: string;
  allowedOrigins: ReadonlySet<string>;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
};

/** @returns the configuration, or one line for each variable that is wrong */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: SfuConfig } | { ok: false; problems: string[] } {
  // An empty variable is one that was not set: `.env` files are written that way.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  }
  const values = parsed.data;
  return {
    ok: true,
    config: {
      nodeId: values.SFU_NODE_ID,
      host: values.SFU_HOST,
      port: values.SFU_PORT,
      publicUrl: values.SFU_PUBLIC_URL,
      announcedAddress: values.SFU_ANNOUNCED_ADDRESS,
      listenAddress: values.SFU_LISTEN_ADDRESS ?? listenAddressFor(values.SFU_ANNOUNCED_ADDRESS),
      mediaPort: values.SFU_MEDIA_PORT,
      workers: values.SFU_WORKERS,
      drainSeconds: values.SFU_DRAIN_SECONDS,
      apiUrl: values.SFU_API_URL,
      nodeSecret: values.NODE_SECRET_FILE,
      allowedOrigins: originsOf(values.PUBLIC_URL),
      logLevel: values.LOG_LEVEL,
    },
  };
}

/** A node that is only for its own machine does not listen to others. */
const listenAddressFor = (announced: string) =>
  isIP(announced) === 4 && announced.startsWith('127.') ? announced : '0.0.0.0';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** A loopback address is the same machine under each of its names. */
export function originsOf(publicUrl: string): ReadonlySet<string> {
  const { origin, hostname, protocol, port: publicPort } = new URL(publicUrl);
  if (!loopback.includes(hostname)) return new Set([origin]);
  return new Set(loopback.map((host) => new URL(`${protocol}//${host}${publicPort && `:${publicPort}`}`).origin));
}
