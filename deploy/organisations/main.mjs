// `npm run add-organisation`. Plain JavaScript without dependencies: on a bare machine this runs first.
import path from 'node:path';
import { handOver } from '../dev/setup/hand-over.mjs';
import { orExplain } from '../dev/setup/or-explain.mjs';
import { setUp } from '../dev/setup/set-up.mjs';
import { parseOptions, usage } from './options.mjs';

await orExplain(async () => {
  const args = process.argv.slice(2);
  if (parseOptions(args).help) return console.log(usage);
  await setUp([]);
  handOver(path.join(import.meta.dirname, 'add-organisation.ts'), args);
});
