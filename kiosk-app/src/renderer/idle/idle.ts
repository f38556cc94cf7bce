export type Idle = { state: 'present' } | { state: 'asked'; secondsLeft: number } | { state: 'gone' };

/** How long nobody may touch the screen before they are asked, and then to answer. */
export const idlePolicy = { presentMs: 60_000, answerMs: 20_000 };

/** Whether somebody is still there. @param sinceTouchMs milliseconds since the last touch or key */
export function idleAfter(sinceTouchMs: number, policy = idlePolicy): Idle {
  if (sinceTouchMs < policy.presentMs) return { state: 'present' };
  const leftMs = policy.presentMs + policy.answerMs - sinceTouchMs;
  return leftMs > 0 ? { state: 'asked', secondsLeft: Math.ceil(leftMs / 1000) } : { state: 'gone' };
}
