import { stopCommands } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const INTERRUPTED = 130;

/**
 * Runs a command's own work: turns what a person can put right into a sentence and exit code 1, and at a signal waits
 * until what was started has stopped, so that nothing is left half-made behind its back.
 * @param {() => Promise<void>} work
 */
export async function orExplain(work) {
  let interrupted = false;
  const leave = () => {
    interrupted = true;
    if (!stopCommands()) process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.once(signal, leave);
  try {
    await work();
  } catch (error) {
    if (interrupted) process.exit(INTERRUPTED);
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave);
  }
}
