// Holds real consultations between a kiosk and a console, and says what was seen. Everything is set up already.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { orExplain } from '../dev/setup/or-explain.mjs';
import { root } from '../dev/setup/paths.mjs';
import { talkSeconds } from './hold-consultation.ts';
import { parseOptions } from './options.mjs';
import { rehearse } from './rehearse.ts';
import { formatReport } from './report/format-report.ts';
import { isAllSeen, summarise } from './report/summary.ts';
import { openVenue } from './venue/open-venue.ts';

await orExplain(async () => {
  const options = parseOptions(process.argv.slice(2));
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const outFolder = path.resolve(options.out ?? path.join(root, '.data/rehearsal', stamp));
  mkdirSync(outFolder, { recursive: true });

  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());

  const venue = await openVenue(options.url, outFolder);
  const { rows, kioskRuntime } = await rehearse(venue, options, outFolder, stopped.signal).finally(venue.close);

  const summary = summarise(rows, kioskRuntime);
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  };
  const parameters = {
    consultations: options.consultations,
    talkSeconds,
    kiosk: options.kiosk,
    url: options.url ?? null,
    headed: options.headed,
  };
  const json = `${JSON.stringify({ machine, parameters, rows, summary }, null, 2)}\n`;
  for (const file of [path.join(outFolder, 'rehearsal.json'), ...(options.json ? [path.resolve(options.json)] : [])])
    writeFileSync(file, json);

  console.log(`\n${formatReport(rows, summary)}\n\n  Pictures, logs and figures: ${outFolder}`);
  process.exit(isAllSeen(rows, options.consultations) ? 0 : 1);
});
