import { createSfuServer } from './app.ts';
import { readConfig } from './config/config.ts';

/** sysexits.h: something is wrong with the configuration. */
const exitConfig = 78;

const read = readConfig(process.env);
if (!read.ok) {
  for (const problem of read.problems) console.error(`sfu-server: ${problem}`);
  process.exit(exitConfig);
}
const server = await createSfuServer(read.config).catch((error) => {
  console.error(`sfu-server: cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    await server.close();
    process.exit(0);
  });
}
