// `npm start`. Plain JavaScript without dependencies: on a bare machine this runs first, on whatever Node there is.
import path from 'node:path';
import { handOver } from './setup/hand-over.mjs';
import { setUp } from './setup/set-up.mjs';

await setUp(['frontEnds', 'chromium', 'electron', 'mediaWorker']);
handOver(path.join(import.meta.dirname, 'run.ts'), process.argv.slice(2));
