/** How a lost connection is made anew. */
export type ReconnectPolicy = {
  /** Milliseconds before each attempt; the last one is repeated. */
  delaysMs: readonly [number, ...number[]];
  /** Milliseconds after the loss from which no new attempt begins. */
  giveUpAfterMs: number;
};

export const defaultReconnectPolicy: ReconnectPolicy = {
  delaysMs: [300, 1_000, 2_000, 4_000],
  giveUpAfterMs: 20_000,
};

/**
 * @param attempt 0 for the first @param elapsedMs since the connection was lost
 * @returns milliseconds to wait before the attempt, or null to give up
 */
export function nextDelay(policy: ReconnectPolicy, attempt: number, elapsedMs: number): number | null {
  const delay = policy.delaysMs[Math.min(attempt, policy.delaysMs.length - 1)] ?? policy.delaysMs[0];
  return elapsedMs + delay > policy.giveUpAfterMs ? null : delay;
}
