// `npm test [-- suite …]`. Plain JavaScript without dependencies: on a bare machine this runs first.
import path from 'node:path';
import { handOver } from './setup/hand-over.mjs';
import { orExplain } from './setup/or-explain.mjs';
import { setUp } from './setup/set-up.mjs';
import { chooseSuites } from './test/suites.mjs';

await orExplain(async () => {
  const names = process.argv.slice(2);
  await setUp(chooseSuites(names).flatMap(({ needs }) => needs));
  handOver(path.join(import.meta.dirname, 'test/run-suites.ts'), names);
});
