/** Half-open: `from` belongs to it, `until` does not. Epoch milliseconds, so that comparing and adding are exact. */
export type Interval = { readonly from: number; readonly until: number };

export const lengthOf = ({ from, until }: Interval): number => until - from;
export const overlaps = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until;
export const covers = (outer: Interval, inner: Interval): boolean =>
  outer.from <= inner.from && inner.until <= outer.until;
export const totalLength = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, interval) => sum + lengthOf(interval), 0);

/** The same time as sorted intervals that neither overlap nor touch; empty ones are left out. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.filter((one) => one.from < one.until).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && next.from <= last.until)
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
    else merged.push(next);
  }
  return merged;
}

/** What of `intervals` is in none of `taken`. */
export function subtract(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const away = union(taken);
  return union(intervals).flatMap((interval) => {
    const left: Interval[] = [];
    let { from } = interval;
    for (const gone of away) {
      if (!overlaps(gone, { from, until: interval.until })) continue;
      if (gone.from > from) left.push({ from, until: gone.from });
      from = Math.max(from, gone.until);
    }
    if (from < interval.until) left.push({ from, until: interval.until });
    return left;
  });
}

/** What is in both. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const others = union(right);
  return union(left).flatMap((one) =>
    others
      .filter((other) => overlaps(one, other))
      .map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })),
  );
}
