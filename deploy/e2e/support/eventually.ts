import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 150;

/**
 * Looks until what it sees is as wanted. A look that fails counts as not yet.
 * @returns what was seen, and after how many milliseconds
 * @throws with what was seen last, when it takes longer than `withinMs`
 */
export async function eventually<Seen>(
  what: string,
  look: () => Promise<Seen>,
  isWanted: (seen: Seen) => boolean,
  withinMs: number,
): Promise<{ seen: Seen; afterMs: number }> {
  const startedAt = performance.now();
  let last: unknown;
  while (performance.now() - startedAt < withinMs) {
    try {
      const seen = await look();
      if (isWanted(seen)) return { seen, afterMs: Math.round(performance.now() - startedAt) };
      last = seen;
    } catch (error) {
      last = error;
    }
    await sleep(lookEveryMs);
  }
  throw new Error(
    `${what}: not within ${withinMs} ms. Last seen: ${last instanceof Error ? last : JSON.stringify(last)}`,
  );
}
