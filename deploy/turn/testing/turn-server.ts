import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { IceServer } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { turnServers } from '../../../scheduler-api/src/nodes/turn-credentials.ts';
import { findFreePort } from '../../dev/run/ports.ts';
import { turnProgram } from '../../dev/setup/turn-server.mjs';

const settings = path.join(import.meta.dirname, '../turnserver.conf');
const secret = 'of the tests';

export type TurnServer = {
  port: number;
  /** With good credentials, by one way only. */
  iceServers: (way: 'udp' | 'tcp' | 'tls') => IceServer[];
  stop: () => Promise<void>;
};

/** coturn with the settings that operators get, on this machine, letting through to this machine alone. */
export async function startTurnServer(): Promise<TurnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-turn-'));
  const file = (name: string) => path.join(folder, name);
  const certificate = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...certificate, '-keyout', file('key'), '-out', file('certificate')], {
    stdio: 'ignore',
  });
  const [port, tlsPort] = await Promise.all([findFreePort(), findFreePort()]);
  const options = {
    'static-auth-secret': secret,
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'allowed-peer-ip': '127.0.0.1',
    'listening-port': port,
    'tls-listening-port': tlsPort,
    cert: file('certificate'),
    pkey: file('key'),
    pidfile: file('pid'),
    userdb: file('database'),
  };
  const server = spawn(
    turnProgram('turnserver'),
    ['-c', settings, '--allow-loopback-peers', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    for (const output of [server.stdout, server.stderr]) {
      createInterface({ input: output }).on('line', (line) => {
        said.push(line);
        if (line.includes('DB connection success')) resolve();
      });
    }
    server.once('error', reject);
    ended.then(() => reject(new Error(`coturn did not start:\n${said.join('\n')}`)));
  });
  const urls = {
    udp: `turn:localhost:${port}?transport=udp`,
    tcp: `turn:localhost:${port}?transport=tcp`,
    tls: `turns:localhost:${tlsPort}?transport=tcp`,
  };
  return {
    port,
    iceServers: (way) => turnServers({ urls: [urls[way]], secret }, instantFrom(Date.now()), crypto.randomUUID()),
    async stop() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
