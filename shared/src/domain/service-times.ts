/** Fewer consultations than this say nothing about the next. */
const enough = 20;

/** The middle half of what consultations take, in minutes. */
export type ServiceTimeRange = { lower: number; upper: number };

/**
 * What a consultation usually takes: a quarter of those seen were shorter than `lower`, a quarter longer than `upper`, so that
 * the one citizen who stayed for two hours changes nothing.
 * @param durationsMinutes in any order
 * @returns null for fewer than 20
 */
export function serviceTimeRange(durationsMinutes: readonly number[]): ServiceTimeRange | null {
  if (durationsMinutes.length < enough) return null;
  const sorted = durationsMinutes.toSorted((a, b) => a - b);
  return { lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75) };
}

/** Between the two nearest, as far along as the share says. @param sorted not empty @param share from 0 to 1 */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
