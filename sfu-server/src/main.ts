import { createSfuServer } from './app.ts';
import { readConfig } from './config/config.ts';

/** sysexits.h: something is wrong with the configuration. */
const exitConfig = 78;

const read = readConfig(process.env);
if (!read.ok) {
  for (const problem of read.problems) console.error(`sfu-server: ${problem}`);
  process.exit(exitConfig);
}
const { drainSeconds } = read.config;
const server = await createSfuServer(read.config).catch((error) => {
  console.error(`sfu-server: cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

let signals = 0;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    signals += 1;
    // Whoever stops it by hand, or a second time, does not want to wait for calls to end.
    const isPatient = signal === 'SIGTERM' && signals === 1 && drainSeconds > 0;
    await (isPatient ? server.drain() : server.close());
    process.exit(0);
  });
}
