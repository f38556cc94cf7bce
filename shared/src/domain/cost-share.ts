/**
 * Parts of a whole in proportion to weights, in whole cents: together they are the whole, to the cent. What is left over by
 * rounding down goes to the largest remainders; of equal ones to the first.
 * @param whole in cents, at least 0
 * @param weights at least 0 each; when all are 0, nobody gets anything
 */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (whole * weight) / total);
  const shares = exact.map(Math.floor);
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, Math.round(left))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
