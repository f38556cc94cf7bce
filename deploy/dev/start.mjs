// `npm start`. Plain JavaScript without dependencies: on a bare machine this runs first, on whatever Node there is.
import path from 'node:path';
import { parseOptions, usage } from './run/options.mjs';
import { handOver } from './setup/hand-over.mjs';
import { orExplain } from './setup/or-explain.mjs';
import { setUp } from './setup/set-up.mjs';

await orExplain(async () => {
  const args = process.argv.slice(2);
  if (parseOptions(args).help) return console.log(usage);
  await setUp(['frontEnds', 'chromium', 'electron', 'mediaWorker']);
  handOver(path.join(import.meta.dirname, 'run.ts'), args);
});
