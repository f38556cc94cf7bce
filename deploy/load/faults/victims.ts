import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { LinkedSystem, MediaNode } from '../link/linked-system.ts';

const watchMs = 500;
/** So much in `watchMs` is picture and sound, and not only what keeps a connection open. */
const mediaBytes = 8_000;

/**
 * The node, and its worker's media port, that carries the call of both ends just now.
 * @param by `udp`: only what it carries in datagrams counts
 * @returns null while none does
 */
export async function findCarrier(
  { nodes, links }: LinkedSystem,
  by: 'any' | 'udp' = 'any',
): Promise<{ node: MediaNode; mediaPort: number } | null> {
  const ports = nodes.flatMap((node) => node.mediaPorts.map((mediaPort) => ({ node, mediaPort })));
  const carried = () =>
    ports.map(({ mediaPort }) =>
      Object.values(links).map((link) => (by === 'udp' ? link.carriedByUdp([mediaPort]) : link.carried([mediaPort]))),
    );
  const before = carried();
  await sleep(watchMs);
  const after = carried();
  const found = ports.findIndex((_, port) =>
    after[port]?.every((bytes, end) => bytes - (before[port]?.[end] ?? 0) > mediaBytes),
  );
  return ports[found] ?? null;
}

/** The process of the worker that has this UDP port. @throws where none of the server's children has it */
export function workerOf(serverPid: number, mediaPort: number): number {
  const hex = mediaPort.toString(16).toUpperCase().padStart(4, '0');
  const lines = readFileSync('/proc/net/udp', 'utf8').split('\n');
  const inodes = lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`))
    .map((fields) => `socket:[${fields[9]}]`);
  const children = readFileSync(`/proc/${serverPid}/task/${serverPid}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((pid) =>
    readdirSync(`/proc/${pid}/fd`).some((descriptor) => inodes.includes(linkOf(`/proc/${pid}/fd/${descriptor}`))),
  );
  if (found === undefined) throw new Error(`No worker of process ${serverPid} has port ${mediaPort}`);
  return found;
}

/** The processes that run a browser's pages. */
export async function renderersOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
