/** Time as this server knows it, so that tests can hold it still. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** Runs `then` once after `milliseconds`. @returns a function that calls it off */
  after: (milliseconds: number, then: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
