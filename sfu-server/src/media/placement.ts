/** What one more room is taken to cost, as a share of a core: two ends with picture and sound. */
const shareOfRoom = 0.04;

type Load = {
  /** Share of a core used lately. */
  share: number;
  rooms: number;
};

/**
 * The one that the next room goes to. What was measured says nothing of rooms that were opened since, or whose call has not
 * begun, so rooms count too.
 */
export function idlest<Worker extends Load>(workers: readonly Worker[]): Worker | undefined {
  const expected = ({ share, rooms }: Load) => Math.max(share, rooms * shareOfRoom) + rooms * shareOfRoom;
  return workers.toSorted((a, b) => expected(a) - expected(b))[0];
}

/** @param deaths of the same worker shortly after one another, from 1 @returns milliseconds until it is started again */
export const restartDelayMs = (deaths: number): number => (deaths <= 1 ? 0 : Math.min(10_000, 250 * 2 ** (deaths - 1)));
