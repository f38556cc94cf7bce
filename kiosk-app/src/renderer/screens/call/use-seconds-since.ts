import { useEffect, useState } from 'react';

/** Whole seconds since then, counted by a clock that nobody can set. @param sinceMs `performance.now()`; null for the first call */
export function useSecondsSince(sinceMs: number | null): number {
  const [firstMs] = useState(() => performance.now());
  const [nowMs, setNowMs] = useState(firstMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((nowMs - (sinceMs ?? firstMs)) / 1_000));
}
