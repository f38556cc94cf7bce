const signals = ['SIGTERM', 'SIGINT'] as const;

/**
 * The engine makes each worker close itself on these signals, which would cut all calls before anyone was told, and leave nothing
 * to drain. When this process ends is for `main.ts` to say: whatever listeners `start` adds, in the same turn, are taken away.
 */
export function withoutSignalsOfItsOwn<Result>(start: () => Result): Result {
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const result = start();
  for (const signal of signals) {
    const own = process.listeners(signal).filter((listener) => !before.get(signal)?.includes(listener));
    for (const listener of own) process.removeListener(signal, listener);
  }
  return result;
}
