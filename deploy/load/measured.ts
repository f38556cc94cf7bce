import { writeFileSync } from 'node:fs';
import os from 'node:os';

/** Nearest rank, to a tenth. @returns 0 for no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
}

export const machine = () => ({
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
});

/** Prints what was found, and writes all of it to a file where one is named. */
export function report(
  file: string | undefined,
  { parameters, rows, summary }: { parameters: object; rows: readonly object[]; summary: object },
): void {
  if (file) writeFileSync(file, `${JSON.stringify({ machine: machine(), parameters, rows, summary }, null, 2)}\n`);
  console.log(`\n${JSON.stringify(summary, null, 2)}`);
}
