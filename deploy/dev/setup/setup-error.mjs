const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Something the person at the terminal can put right: shown as its message alone, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/**
 * Runs a command's own work: turns what a person can put right into a sentence and exit code 1, and ends at a signal
 * in order, so that what tidies up at the exit does.
 * @param {() => Promise<void>} work
 */
export async function orExplain(work) {
  const leave = () => process.exit(130);
  for (const signal of SIGNALS) process.once(signal, leave);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave);
  }
}
