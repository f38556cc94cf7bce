type Listeners = {
  tick: () => void;
  /** This machine or this tab slept, or the clock stood still. */
  slept: () => void;
  /** The line may be another one: back after it was away, or changed from cable to Wi-Fi. */
  lineChanged: () => void;
  lineLost: () => void;
};

/** The network of this machine, where the browser tells of it. @see W3C Network Information */
const network = (): EventTarget | null =>
  'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : null;

/** Ticks evenly, and tells what the browser knows of the line. @returns a function that ends it */
export function beginPulse(
  everyMs: number,
  sleptMs: number,
  { tick, slept, lineChanged, lineLost }: Listeners,
): () => void {
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const isLate = nowMs - lastMs > everyMs + sleptMs;
    lastMs = nowMs;
    if (isLate) slept();
    tick();
  }, everyMs);
  addEventListener('online', lineChanged);
  addEventListener('offline', lineLost);
  network()?.addEventListener('change', lineChanged);
  return () => {
    clearInterval(timer);
    removeEventListener('online', lineChanged);
    removeEventListener('offline', lineLost);
    network()?.removeEventListener('change', lineChanged);
  };
}
