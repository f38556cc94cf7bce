/** Least squares. @returns by how much y grows for each x; 0 for fewer than two points */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length);
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (spread === 0) return 0;
  return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
}

export type Trend = { first: number; last: number; most: number; perHour: number; flat: boolean };

/**
 * Whether something grows, once it has settled: the first quarter is left out.
 * @param tolerance how much more there may be at the end of what was looked at than at its beginning, by the line through all
 */
export function trendOf(points: readonly { seconds: number; value: number }[], tolerance: number): Trend {
  const settled = points.slice(Math.floor(points.length / 4));
  const perSecond = slopeOf(settled.map(({ seconds, value }) => ({ x: seconds, y: value })));
  const seconds = (settled.at(-1)?.seconds ?? 0) - (settled[0]?.seconds ?? 0);
  return {
    first: settled[0]?.value ?? 0,
    last: settled.at(-1)?.value ?? 0,
    most: Math.max(...points.map(({ value }) => value)),
    perHour: Math.round(perSecond * 3_600 * 10) / 10,
    flat: perSecond * seconds <= tolerance,
  };
}
