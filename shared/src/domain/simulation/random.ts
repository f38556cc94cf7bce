/** Chance that comes out the same for the same seed. */
export type Random = {
  /** From 0, up to but not 1. */
  next(): number;
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  chance(probability: number): boolean;
  normal(mean: number, deviation: number): number;
  /** What people take for something: mostly near the median, sometimes much longer. */
  logNormal(median: number, spread: number): number;
  /** One of them, each as likely as its weight says. @throws RangeError for an empty list */
  pick<Thing>(things: readonly Thing[], weightOf?: (thing: Thing) => number): Thing;
  shuffled<Thing>(things: readonly Thing[]): Thing[];
};

/** @param seed a whole number */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const below = (count: number) => Math.floor(next() * count);
  // Box and Muller; 1 - next() is never 0.
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    normal,
    logNormal: (median, spread) => median * Math.exp(normal(0, spread)),
    pick<Thing>(things: readonly Thing[], weightOf: (thing: Thing) => number = () => 1): Thing {
      let left = next() * things.reduce((sum, thing) => sum + weightOf(thing), 0);
      const found = things.find((thing) => {
        left -= weightOf(thing);
        return left < 0;
      });
      const chosen = found ?? things.at(-1);
      if (chosen === undefined) throw new RangeError('There is nothing to pick from');
      return chosen;
    },
    shuffled<Thing>(things: readonly Thing[]): Thing[] {
      return things
        .map((thing) => ({ thing, order: next() }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ thing }) => thing);
    },
  };
}

/** Tommy Ettinger's mulberry32: small, quick, and even enough for a day of citizens. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
