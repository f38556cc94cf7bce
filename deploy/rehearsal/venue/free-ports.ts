import { isPortTaken } from '../../dev/run/ports.ts';

const host = '127.0.0.1';
const first = 20_000;
const range = 10_000;

/** @returns the first of `count` ports in a row that are free now, below those that the system hands out itself */
export async function findFreePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const start = first + Math.floor(Math.random() * (range - count));
    const ports = Array.from({ length: count }, (_, index) => start + index);
    const taken = await Promise.all(ports.map((port) => isPortTaken(host, port)));
    if (!taken.includes(true)) return start;
  }
  throw new Error('No free ports');
}
