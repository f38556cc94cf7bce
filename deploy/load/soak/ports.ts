import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** UDP and TCP sockets of processes, but for those of unix domains. Linux only. */
export function portsOf(pids: readonly number[]): number {
  const known = new Set(['tcp', 'tcp6', 'udp', 'udp6'].flatMap(inodesOf));
  return pids.flatMap(socketsOf).filter((inode) => known.has(inode)).length;
}

function inodesOf(table: string): string[] {
  const [, ...lines] = readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/)[9] ?? '');
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${name}`))?.[1];
      return inode ? [inode] : [];
    });
  } catch {
    return [];
  }
}

/** @returns nothing of a file that was closed meanwhile */
function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
